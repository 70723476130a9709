import { programmes, siteOfAddress } from "./registry"

/** What is known of an address. `own`: a page of the browser or of the extension itself. */
export interface AddressVerdict {
  kind: "official" | "unknown" | "fake" | "borrowed-name" | "look-alike" | "bait" | "own"
  host: string
  /** The official host that it looks like, and by what. */
  like?: { host: string; by: "spelling" | "digits" | "ending" | "script" | "inside" }
  /** Name of the site, when it is a known one. */
  name?: string
}

/**
 * What is known of an address: whether it is one of the programmes' official hosts, a known fake, or a stranger's host
 * that borrows a programme's name. Only whole hosts over https are official.
 */
export function judgeAddress(address: string): AddressVerdict {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol)) return { kind: "own", host: "" }
  const host = url.hostname
  for (const { name, hosts } of programmes) {
    const official =
      hosts.official.includes(host) || hosts.officialSuffixes.some((suffix) => host.endsWith(suffix))
    if (official && url.protocol === "https:")
      return { kind: "official", host, name: siteOfAddress(address)?.site.name ?? name }
    if (hosts.fake.some((fake) => host === fake || host.endsWith(`.${fake}`))) return { kind: "fake", host }
    if (hosts.borrowedNames.some((borrowed) => host.includes(borrowed)))
      return { kind: "borrowed-name", host }
  }
  return { kind: "unknown", host }
}
