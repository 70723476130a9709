import type { Fault } from "../messages/faults"

/**
 * Notes a mistake of our own, without anything that a page or a person has said. Never throws.
 * @param where the background's job, content script or page in which it was noticed
 * @param site the `SiteHealth.site`, where it has to do with one
 */
export function noteFault(where: string, error: unknown, site?: string): void {
  console.error(where, error, site)
}

/** What went wrong, the newest first. */
export async function faults(): Promise<Fault[]> {
  return []
}
