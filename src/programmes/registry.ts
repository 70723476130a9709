import { CHECKED_PACKS } from "./checked"
import { readChecked, readPack } from "./pack"
import { digestOfPack } from "./pack-digest"
import type { Programme } from "./schema"
import type { Site, Watching } from "./schema-sites"
import { storedPacks } from "./stored"

/** What was checked as it lies here is not checked again whenever the background is woken, of which it would take the most time. */
const packs = storedPacks.map((stored) =>
  CHECKED_PACKS.includes(digestOfPack(stored)) ? readChecked(stored) : readPack(stored),
)

/** Every programme that Jejak knows, parsed; without the sites whose description cannot be used. */
export const programmes: readonly Programme[] = packs.flatMap(({ programme }) => programme ?? [])

/** What of the packs cannot be used: nothing, in what is shipped. */
export const packFaults = packs.flatMap(({ faults }) => faults)

/** The rules of a programme are not there, or cannot be used. */
export class NoProgramme extends Error {
  override readonly name = "NoProgramme"
}

/** The programme of that id. @throws NoProgramme for an id that no pack has. */
export function programmeById(id: string): Programme {
  const found = programmes.find((programme) => programme.id === id)
  if (!found) throw new NoProgramme(id)
  return found
}

/** The described site that an https address belongs to, with its programme; `undefined` for any other, and for one that is not to be read. */
export function siteOfAddress(url: string): { programme: Programme; site: Site } | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== "https:" || port !== "") return undefined
  for (const programme of programmes) {
    const site = programme.sites.find(({ hosts, access }) => access !== "never" && hosts.includes(hostname))
    if (site) return { programme, site }
  }
  return undefined
}

/** What a fact's site says its signals mean: one of the pack's sites, or the way in which any other is read. */
export function readingRules(programme: Programme, site: string): Site | Watching | undefined {
  if (site === programme.watching.id) return programme.watching
  return programme.sites.find(({ id }) => id === site)
}

/** The description by which a host that the person has chosen is read. */
export function watchedSite({ watching: { never: _, ...rules } }: Programme, host: string): Site {
  return { ...rules, name: host, hosts: [host], home: `https://${host}/`, access: "optional" }
}
