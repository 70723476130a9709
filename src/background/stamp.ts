import type { Overview } from "../messages/overview"

/** The overview with its stamp: the SHA-256 of all that it shows. */
export async function stamped(overview: Overview): Promise<Overview> {
  const { journey } = overview
  const shown = JSON.stringify({ ...overview, ...(journey && { journey: { ...journey, computedAt: "" } }) })
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(shown)))
  return { ...overview, stamp: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") }
}
