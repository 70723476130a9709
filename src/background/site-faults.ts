import { epoch } from "../journey/epoch"
import type { Fault } from "../messages/faults"
import type { SiteHealth } from "../messages/overview"
import { packFaults, programmes } from "../programmes/registry"

/** So long, in milliseconds, does a site's health tell of a mistake: after that it is over, or comes again. */
const TOLD = 30 * 86_400_000

/**
 * The sites with what went wrong of ours on each of them, and those of the packs that cannot be read since their description is
 * broken.
 * @param now an instant in UTC
 */
export function withFaults(sites: readonly SiteHealth[], log: readonly Fault[], now: string): SiteHealth[] {
  const broken = new Set(packFaults.flatMap(({ site }) => site ?? []))
  const known = new Set(sites.map(({ site }) => site))
  const unread = programmes
    .flatMap((programme) => programme.sites)
    .filter(({ id }) => broken.has(id) && !known.has(id))
    .map(({ id, name, hosts }): SiteHealth => {
      const health = { site: id, kind: "platform" as const, name, host: hosts[0] ?? "" }
      return { ...health, chosen: false, patterns: [], reads: [], access: true }
    })
  return [...sites, ...unread].map((site) => {
    const own = log.filter((one) => one.site === site.site && epoch(now) - epoch(one.last) < TOLD)
    const [newest] = own.map(({ last }) => last).sort((a, b) => epoch(b) - epoch(a))
    if (newest === undefined) return site
    return { ...site, fault: { at: newest, count: own.reduce((sum, { count }) => sum + count, 0) } }
  })
}
