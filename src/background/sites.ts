import browser, { type Scripting } from "webextension-polyfill"
import { knownTrainings } from "../journey/known"
import { patternsOf } from "../programmes/patterns"
import { programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { Site } from "../programmes/schema-sites"
import { isWatchableHost } from "../programmes/watchable"
import { hostOfWatched, watchedId } from "../programmes/watched-id"
import type { ChosenSite, JejakDatabase } from "../storage/database"
import { factsOf } from "../storage/facts"
import { present } from "../storage/locking"
import { grantedPatterns } from "./access"
import { forgetFaults, noteFault, unlessFaulty } from "./faults"
import { READER_FILE } from "./files"
import { Refusal } from "./refusal"

/** Host patterns of something chosen; none when the packs no longer know it, or it may no longer be watched. */
export function patternsOfChosen({ id, host }: Pick<ChosenSite, "id" | "host">): string[] {
  if (host !== undefined) {
    const allowed = programmes.some((programme) => isWatchableHost(programme, host))
    return allowed ? patternsOf({ hosts: [host] }) : []
  }
  const site = platform(id)
  return site ? patternsOf(site) : []
}

function platform(id: string): Site | undefined {
  return programmes.flatMap(({ sites }) => sites).find((site) => site.id === id && site.access === "optional")
}

/**
 * Remembers that the person wants a platform of the pack read. The access follows from the browser's own question.
 * @throws Refusal for what is no platform
 */
export async function chooseSite(database: JejakDatabase, site: string): Promise<void> {
  if (!platform(site)) throw new Refusal("not-understood")
  await remember(database, { id: site })
}

/**
 * Remembers that the person wants a host read, for one of their trainings or a new one.
 * @throws Refusal for a host that is never watched, or a training that is not theirs
 */
export async function watchHost(
  database: JejakDatabase,
  programme: Programme,
  { host, participant, training }: { host: string; participant: string; training: string | undefined },
): Promise<void> {
  if (!isWatchableHost(programme, host)) throw new Refusal("not-allowed")
  if (training !== undefined) {
    const { shown } = knownTrainings(await factsOf(database, participant), programme)
    if (!shown.some(({ id }) => id === training)) throw new Refusal("not-understood")
  }
  await remember(database, { id: watchedId(host), host, participant, ...(training && { training }) })
}

/** A wish that was granted before stays granted when it is only changed. @throws UnknownParticipant for somebody's who has gone */
async function remember(database: JejakDatabase, wish: Omit<ChosenSite, "grantedAt">): Promise<void> {
  const { chosen, participants } = database
  await database.transaction("rw", chosen, participants, async () => {
    if (wish.participant !== undefined) await present(database, wish.participant)
    const grantedAt = (await chosen.get(wish.id))?.grantedAt
    await chosen.put({ ...wish, ...(grantedAt && { grantedAt }) })
  })
}

/**
 * Forgets the wish and gives the access back, also where the browser had given it for a wish that was refused.
 * @param id of a `SiteHealth`
 * @throws Refusal for a site that is read since the install, or none at all
 */
export async function leaveSite(database: JejakDatabase, id: string): Promise<void> {
  const host = hostOfWatched(id)
  const wish = await database.chosen.get(id)
  const patterns = patternsOfChosen(wish ?? { id, ...(host !== undefined && { host }) })
  if (patterns.length === 0 && !wish) throw new Refusal("not-understood")
  const { chosen, sites } = database
  await database.transaction("rw", chosen, sites, async () => {
    await chosen.delete(id)
    await sites.delete(id)
  })
  await forgetFaults([id])
  await unlessFaulty("readers", () => registerReaders(database))
  if (patterns.length > 0) await browser.permissions.remove({ origins: patterns })
}

/** Gives the access back to what was watched and has been forgotten, unless somebody else wants it. */
export async function giveBack(database: JejakDatabase, forgotten: readonly ChosenSite[]): Promise<void> {
  if (forgotten.length === 0) return
  await forgetFaults(forgotten.map(({ id }) => id))
  await unlessFaulty("readers", () => registerReaders(database))
  const wanted = new Set((await database.chosen.toArray()).flatMap(patternsOfChosen))
  const origins = forgotten.flatMap(patternsOfChosen).filter((pattern) => !wanted.has(pattern))
  if (origins.length > 0) await browser.permissions.remove({ origins })
}

/** Two at once would register the same script twice, which browsers take for an error. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Brings the registered content scripts in line with what was chosen and granted. To be called at every start, since an
 * update drops them, and whenever permissions change.
 * @param forgetWishes forgets also what was never granted: the person turned the browser's question down
 */
export function registerReaders(database: JejakDatabase, forgetWishes = false): Promise<void> {
  const registered = queue.then(() => bringInLine(database, forgetWishes))
  queue = registered.catch(() => undefined)
  return registered
}

async function bringInLine(database: JejakDatabase, forgetWishes: boolean): Promise<void> {
  const wanted = new Map<string, Scripting.RegisteredContentScript>()
  const standing = await browser.scripting.getRegisteredContentScripts()
  for (const wish of await database.chosen.toArray())
    try {
      const granted = await granting(database, wish, forgetWishes)
      if (granted.length > 0) wanted.set(wish.id, readerOf(wish.id, granted))
    } catch (error) {
      // It stays as it was, and the others become what they are to be.
      noteFault("readers", error, wish.id)
      for (const script of standing) if (script.id === wish.id) wanted.set(wish.id, script)
    }
  const fitting = standing.filter((script) => isSame(script, wanted.get(script.id))).map(({ id }) => id)
  const stale = standing.map(({ id }) => id).filter((id) => !fitting.includes(id))
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale })
  // Each by itself, for one that the browser refuses takes all others of the same call with it.
  for (const script of wanted.values())
    if (!fitting.includes(script.id))
      try {
        await browser.scripting.registerContentScripts([script])
      } catch (error) {
        noteFault("readers", error, script.id)
      }
}

/** The host patterns by which a wish is to be read now; notes when it was granted, and forgets it where it never was. */
async function granting(database: JejakDatabase, wish: ChosenSite, forgetWishes: boolean): Promise<string[]> {
  const patterns = patternsOfChosen(wish)
  const granted = [...(await grantedPatterns(patterns))]
  const isComplete = granted.length > 0 && granted.length === patterns.length
  if (wish.grantedAt) return granted
  if (isComplete) {
    await database.chosen.update(wish.id, { grantedAt: new Date().toISOString() })
    return granted
  }
  if (forgetWishes) await database.chosen.delete(wish.id)
  return []
}

function readerOf(id: string, matches: string[]): Scripting.RegisteredContentScript {
  return {
    id,
    js: [READER_FILE],
    matches,
    allFrames: false,
    runAt: "document_idle",
    persistAcrossSessions: true,
  }
}

function isSame(
  { js = [], matches = [], allFrames, runAt }: Scripting.RegisteredContentScript,
  wanted: Scripting.RegisteredContentScript | undefined,
): boolean {
  if (!wanted) return false
  const sameFiles = js.length === 1 && js[0]?.split("/").at(-1) === READER_FILE
  const sameHosts = [...matches].sort().join() === [...(wanted.matches ?? [])].sort().join()
  return sameFiles && sameHosts && allFrames !== true && runAt === wanted.runAt
}
