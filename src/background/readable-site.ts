import { patternsOf } from "../programmes/patterns"
import { programmeById, siteOfAddress, watchedSite } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { Site } from "../programmes/schema-sites"
import { watchedId } from "../programmes/watched-id"
import type { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/people"
import { grantedPatterns } from "./access"
import { theRest } from "./rest-loading"

/** A site as a message from one of its pages is judged by. */
export interface KnownSite {
  programme: Programme
  site: Site
  /** The `SiteHealth.site` under which its reading is noted. */
  health: string
  /** Whether progress is to be seen at this address: elsewhere on a platform, nothing understood says nothing. */
  hasProgress: boolean
  /** For a watched host: the training that the person picked. */
  training?: string
}

/**
 * The site that an address belongs to, if it may be read: one of the pack's that was asked for at install or was
 * chosen, or a host that the person who is looked at watches; the latter two as long as the browser's permission is there.
 */
export async function readableSite(database: JejakDatabase, url: string): Promise<KnownSite | undefined> {
  const described = siteOfAddress(url)
  if (described) {
    const { id, access } = described.site
    const readable =
      access === "install" ||
      (access === "optional" && (await isGranted(database, id)) && (await mayRead(url)))
    return readable ? { ...described, health: id, hasProgress: hasProgress(described.site, url) } : undefined
  }
  const participant = URL.canParse(url) ? await currentParticipant(database) : undefined
  if (!participant) return undefined
  const programme = programmeById(participant.programme)
  const { protocol, port, hostname } = new URL(url)
  const wish = await database.chosen.get(watchedId(hostname))
  if (!wish?.host || !wish.grantedAt || wish.participant !== participant.id) return undefined
  if (protocol !== "https:" || port !== "") return undefined
  // Whether it may still be watched takes much to tell, of what only few have chosen.
  const { isWatchableHost } = await theRest()
  if (!isWatchableHost(programme, wish.host)) return undefined
  if (!(await mayRead(url))) return undefined
  return {
    programme,
    site: watchedSite(programme, wish.host),
    health: wish.id,
    hasProgress: true,
    ...(wish.training && { training: wish.training }),
  }
}

/** A platform's catalogue is no progress page; where its home is no more than its front door, nobody knows which is. */
function hasProgress({ access, home }: Site, url: string): boolean {
  const { pathname } = new URL(home)
  return access === "install" || (pathname !== "/" && new URL(url).pathname.startsWith(pathname))
}

/** A page that was open when its access was taken back still holds our script, which must be heard no longer. */
async function mayRead(url: string): Promise<boolean> {
  const patterns = patternsOf({ hosts: [new URL(url).hostname] })
  return (await grantedPatterns(patterns)).size === patterns.length
}

async function isGranted(database: JejakDatabase, id: string): Promise<boolean> {
  return (await database.chosen.get(id))?.grantedAt !== undefined
}
