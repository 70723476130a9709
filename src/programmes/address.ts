import { isBait } from "./bait"
import { lettering } from "./lettering"
import { isOwners, isReserved, type LookAlike, lookAlike, officialHosts } from "./look-alike"
import { programmes, siteOfAddress } from "./registry"
import type { Programme } from "./schema"

/**
 * What is known of an address. `insecure`: an official host, but not over https; `own`: a page of the browser or of
 * the extension itself.
 */
export interface AddressVerdict {
  kind: "official" | "insecure" | "unknown" | "fake" | "borrowed-name" | "look-alike" | "bait" | "own"
  host: string
  /** The official host that it looks like, and by what. */
  like?: LookAlike
  /** Name of the site, when it is a known one. */
  name?: string
}

/**
 * What is known of an address: whether it is one of the programmes' official hosts, a known fake, a host that only looks
 * like an official one, a lure, or a stranger's host that borrows a programme's name. Only whole hosts are official.
 */
export function judgeAddress(address: string): AddressVerdict {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol)) return { kind: "own", host: "" }
  const host = url.hostname.replace(/\.$/, "")
  for (const programme of programmes) {
    if (isOfficial(programme, host)) {
      const name = siteOfAddress(`https://${host}/`)?.site.name ?? programme.name
      return { kind: url.protocol === "https:" ? "official" : "insecure", host, name }
    }
    const verdict = accuse(programme, host)
    if (verdict) return verdict
  }
  return { kind: "unknown", host }
}

function isOfficial(programme: Programme, host: string): boolean {
  return (
    officialHosts(programme).includes(host) ||
    programme.hosts.officialSuffixes.some((suffix) => host.endsWith(suffix))
  )
}

/** What is to be said against a host that is not official; nothing is said against those that own an official one. */
function accuse(programme: Programme, host: string): AddressVerdict | undefined {
  const { fake, borrowedNames } = programme.hosts
  if (fake.some((each) => host === each || host.endsWith(`.${each}`))) return { kind: "fake", host }
  if (isOwners(programme, host)) return undefined
  const like = lookAlike(programme, host)
  if (like) return { kind: "look-alike", host, like }
  if (isReserved(programme, host)) return undefined
  if (isBait(programme, host)) return { kind: "bait", host }
  const text = host
    .split(".")
    .map((label) => lettering(label).text)
    .join(".")
  return borrowedNames.some((name) => text.includes(name)) ? { kind: "borrowed-name", host } : undefined
}
