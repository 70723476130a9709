import * as z from "zod/mini"
import { areCoherent } from "./coherence"
import { type Programme, rulesSchema } from "./schema"
import { host, httpsUrl } from "./schema-basics"
import { type Site, site as siteSchema, type Watching, watching as watchingSchema } from "./schema-sites"

/** A part of a pack that could not be used. */
interface PackFault {
  /** The site's id, where it is one site's description and the rest of the pack is used without it. */
  site?: string
  error: unknown
}

/** A pack as far as it can be used; without a programme when its rules themselves cannot be. */
export interface ReadPack {
  programme?: Programme
  faults: PackFault[]
}

/** Something in a pack that is not as it must be: its name is all that is told of it. */
class PackError extends Error {
  override readonly name = "PackError"
}

/** What tells which site it is, and that it is an official one, even if nothing else of its description can be used. */
const identity = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  hosts: z.array(host).check(z.minLength(1)),
  home: httpsUrl,
})

const SAYS_NOTHING: Pick<
  Site,
  Exclude<keyof Site, "id" | "name" | "hosts" | "home" | "access" | "contact" | "nobody">
> = {
  silentPaths: ["/"],
  silentHeadings: [],
  spelling: [],
  months: Array.from({ length: 12 }, () => []),
  providers: {},
  card: {
    sections: [],
    provider: [],
    schedule: [],
    boughtOn: [],
    modes: { webinar: [], "self-paced": [], offline: [] },
  },
  signals: [],
  source: { of: "assumption", checkedOn: "1970-01-01" },
}

/** The site is known as an official one and never read. */
function unread(raw: unknown): Site[] {
  const known = identity.safeParse(raw)
  return known.success ? [{ ...SAYS_NOTHING, ...known.data, access: "never" }] : []
}

/**
 * Parses a pack, each site's description by itself: one that cannot be used is not read, and stops neither another site nor
 * a step or a deadline. Never throws.
 * @param raw the pack as stored
 */
export function readPack(raw: Readonly<Record<string, unknown>> & { sites: readonly unknown[] }): ReadPack {
  const faults: PackFault[] = []
  const ids = new Set<string>()
  const sites = raw.sites.flatMap((one): Site[] => {
    const parsed = siteSchema.safeParse(one)
    const id = parsed.success ? parsed.data.id : identity.safeParse(one).data?.id
    const error = parsed.success ? new PackError("twice") : parsed.error
    if (parsed.success && !ids.has(parsed.data.id)) {
      ids.add(parsed.data.id)
      return [parsed.data]
    }
    faults.push({ ...(id !== undefined && { site: id }), error })
    return id === undefined || ids.has(id) ? [] : unread(one)
  })
  const watched = watchingSchema.safeParse(raw.watching)
  if (!watched.success) faults.push({ site: "watched", error: watched.error })
  const watching: Watching = watched.success
    ? watched.data
    : { ...SAYS_NOTHING, id: "watched", never: { hosts: [], labels: [], source: SAYS_NOTHING.source } }
  const { sites: _, watching: __, ...others } = raw
  const rules = rulesSchema.safeParse(others)
  if (!rules.success) return { faults: [...faults, { error: rules.error }] }
  const programme = { ...rules.data, sites, watching }
  if (!areCoherent(programme)) return { faults: [...faults, { error: new PackError("incoherent") }] }
  return { programme, faults }
}

/** A pack of which it is known that `readPack` finds nothing wrong with it, and would give it as it is stored. */
export function readChecked(stored: object): ReadPack {
  return { programme: stored as Programme, faults: [] }
}
