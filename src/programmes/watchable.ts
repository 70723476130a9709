import { judgeAddress } from "./address"
import { siteOfAddress } from "./registry"
import type { Programme } from "./schema"
import { watchedId } from "./watched-id"

/** How the person may have an address read: as the pack's platform of that id, or as any learning site. */
export type Watchable = { as: "platform"; site: string } | { as: "host"; site: string; host: string }

/** A host as anybody may call theirs: whole labels, and a name at its end, which an IP address has not. */
const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/
/** As long as a fact's host may be. */
const LONGEST_HOST = 120

/**
 * Whether the person may be offered to have an address read, and as what. Never over http or on another port, on an
 * official host that is not described, on one that only pretends, nor where log-ins or money are at home.
 */
export function watchable(programme: Programme, address: string): Watchable | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname: host, port } = new URL(address)
  if (protocol !== "https:" || port !== "") return undefined
  const described = programme.sites.find(({ hosts }) => hosts.includes(host))
  if (described) return described.access === "optional" ? { as: "platform", site: described.id } : undefined
  const isStrangers = judgeAddress(address).kind === "unknown" && !siteOfAddress(address)
  return isStrangers && isNobodysSecret(programme, host)
    ? { as: "host", site: watchedId(host), host }
    : undefined
}

/** Whether this is the plain name of a host that may be watched, and nothing more than that. */
export function isWatchableHost(programme: Programme, host: string): boolean {
  const asked = watchable(programme, `https://${host}/`)
  return asked?.as === "host" && asked.host === host
}

function isNobodysSecret({ watching: { never, signals } }: Programme, host: string): boolean {
  // Of a pack that does not say how such sites are read, neither is it known where they may not be.
  if (signals.length === 0) return false
  if (!HOST.test(host) || host.length > LONGEST_HOST) return false
  if (never.hosts.some((known) => host === known || host.endsWith(`.${known}`))) return false
  return !host.split(".").some((label) => never.labels.includes(label))
}
