import dashboard from "./prakerja-2024/dashboard.json"
import deadlines from "./prakerja-2024/deadlines.json"
import people from "./prakerja-2024/people.json"
import programme from "./prakerja-2024/programme.json"
import warnings from "./prakerja-2024/warnings.json"
import { type Programme, programmeSchema, type Site } from "./schema"

/**
 * Every programme that Jejak knows, parsed: a pack that breaks its schema stops the program at its start.
 * @throws z.core.$ZodError when a pack is not valid.
 */
export const programmes: readonly Programme[] = [
  programmeSchema.parse({ ...programme, ...people, deadlines, warnings, sites: [dashboard] }),
]

/** The programme of that id. @throws Error for an id that no pack has. */
export function programmeById(id: string): Programme {
  const found = programmes.find((programme) => programme.id === id)
  if (!found) throw new Error(`no programme ${id}`)
  return found
}

/** The described site that an https address belongs to, with its programme; `undefined` for any other. */
export function siteOfAddress(url: string): { programme: Programme; site: Site } | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== "https:" || port !== "") return undefined
  for (const programme of programmes) {
    const site = programme.sites.find(({ hosts }) => hosts.includes(hostname))
    if (site) return { programme, site }
  }
  return undefined
}
