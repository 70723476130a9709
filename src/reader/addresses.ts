import type { Description } from "./description"
import type { Observation } from "./observation"

/** One of `paths` begins the address's path, or the one in its hash, part by part. */
export function isUnder({ pathname, hash }: URL, paths: readonly string[]): boolean {
  const own = [pathname, /^#!?(\/.*)$/.exec(hash)?.[1] ?? ""].map(plainPath)
  return paths.some((path) => own.some((at) => at.startsWith(plainPath(path))))
}

/** With one slash before and after each of its parts. */
function plainPath(path: string): string {
  let plain = path.replace(/[?#].*/, "")
  try {
    plain = decodeURIComponent(plain)
  } catch {
    // An address that cannot be decoded is compared as it stands.
  }
  return `/${plain.toLowerCase()}/`.replace(/\/+/g, "/")
}

/** What the address says without its page: by a path, and by there being a parameter, whose value is never looked at. */
export function ofAddress(url: URL, { signals }: Description): Observation[] {
  return signals.flatMap(({ id, address }): Observation[] => {
    if (!address || !isUnder(url, [address.path])) return []
    const { path, parameter } = address
    if (parameter !== undefined && !url.searchParams.has(parameter)) return []
    return [{ signal: id, words: [path, parameter].filter(Boolean).join("?"), place: { kind: "address" } }]
  })
}
