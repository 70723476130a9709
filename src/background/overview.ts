import browser from "webextension-polyfill"
import { rankOf } from "../journey/severity"
import {
  OVERVIEW_KEY,
  type Overview,
  type PersonView,
  type SiteHealth,
  STAMP_KEY,
} from "../messages/overview"
import { programmeView } from "../messages/programme-view"
import { NoProgramme, programmeById, programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import { allAccounts } from "../storage/accounts"
import type { JejakDatabase, Participant } from "../storage/database"
import { isLocked } from "../storage/locking"
import { currentParticipant, everybody } from "../storage/people"
import { standingQuestion } from "./account-answers"
import { faults, isMistake, noteFault, unlessFaulty } from "./faults"
import { announcedOn, journeyOf, type Traveller } from "./journeys"
import { keepingOf } from "./keeping"
import { dropPainting } from "./painting"
import { preferencesOf } from "./preferences"
import { failureOf } from "./refusal"
import { withFaults } from "./site-faults"
import { healthOf, missingAccessOf, siteWarnings } from "./site-health"
import { stamped } from "./stamp"

/** The programme that pages show: the participant's, or for nobody the first. */
export function programmeShown(participant: Participant | undefined): Programme {
  const programme = participant ? programmeById(participant.programme) : programmes[0]
  if (!programme) throw new NoProgramme("none")
  return programme
}

/** All that is shown, and from whose journey, as computed at `now` (an instant in UTC). */
export interface Shown {
  overview: Overview
  now: string
  traveller?: Traveller
}

/** The same, once it is stored. */
export interface Stored extends Shown {
  /** It says something else than what was stored before. */
  isNew: boolean
}

/**
 * Computes all that is shown, from the database, the packs, the permissions and the clock (an instant in UTC). A mistake in
 * one part of it is noted, and that part is not shown; one in a participant's own journey leaves the ways to the others.
 */
async function computeOverview(database: JejakDatabase, now: string): Promise<Shown> {
  const participant = await currentParticipant(database)
  const programme = programmeShown(participant)
  // All at once: most of the time goes into waiting for the browser.
  const known = sitesOf(database, programme, participant, now)
  const [sites, shown, accountQuestion, people, preferences] = await Promise.all([
    known,
    participant && shownOf(database, participant, programme, known, now),
    participant && part(database, "account", () => standingQuestion(database, participant.id)),
    peopleOf(database, participant?.id),
    preferencesOf(database),
  ])
  const overview: Overview = {
    version: 3,
    keeping: keepingOf(database),
    people,
    ...shown?.seen,
    ...(accountQuestion && { accountQuestion }),
    sites,
    ...programmeView(programme),
    preferences,
    missingAccess: missingAccessOf(sites),
  }
  return { overview, now, ...(shown?.traveller && { traveller: shown.traveller }) }
}

async function sitesOf(
  database: JejakDatabase,
  programme: Programme,
  participant: Participant | undefined,
  now: string,
): Promise<SiteHealth[]> {
  const [health, mistakes] = await Promise.all([
    part(database, "sites", () => healthOf(database, programme, participant, now)),
    faults(),
  ])
  return withFaults(health ?? [], mistakes, now)
}

/** A part that is left out where there is a mistake of ours in it. @throws what has to be told of the whole */
async function part<Part>(
  database: JejakDatabase,
  where: string,
  compute: () => Promise<Part>,
): Promise<Part | undefined> {
  try {
    return await compute()
  } catch (error) {
    // A later version's database may hold anything: that is no mistake.
    if (!isMistake(error) || database.where === "read-only") throw error
    noteFault(where, error)
    return undefined
  }
}

async function peopleOf(database: JejakDatabase, current: string | undefined): Promise<PersonView[]> {
  const accounts = (await part(database, "account", () => allAccounts(database))) ?? []
  const owners = new Set(accounts.map(({ participant }) => participant))
  return (await everybody(database)).map(({ id, displayName, wave, protection }) => ({
    id,
    displayName,
    wave,
    current: id === current,
    locked: isLocked(database, { id, ...(protection && { protection }) }),
    ...(protection && { kdf: protection.kdf }),
    ...(owners.has(id) && { hasAccount: true as const }),
  }))
}

async function shownOf(
  database: JejakDatabase,
  person: Participant,
  programme: Programme,
  known: Promise<readonly SiteHealth[]>,
  now: string,
): Promise<{ seen: Pick<Overview, "participant" | "journey" | "unreadable">; traveller?: Traveller }> {
  const { id, displayName, wave } = person
  const nameless = { participant: { id, displayName, wave, announcedOn: "" } }
  if (isLocked(database, person)) return { seen: nameless }
  try {
    const [{ facts, journey }, sites] = await Promise.all([journeyOf(database, person, now), known])
    const warnings = [...journey.warnings, ...siteWarnings(sites, programme)].sort(
      (a, b) => rankOf(b.severity) - rankOf(a.severity),
    )
    const participant = { id, displayName, wave, announcedOn: announcedOn(facts) }
    return {
      seen: { participant, journey: { ...journey, warnings } },
      traveller: { id, displayName, journey },
    }
  } catch (error) {
    if (!isMistake(error) || database.where === "read-only") throw error
    noteFault("journey", error)
    return { seen: { ...nameless, unreadable: failureOf(error) } }
  }
}

/** Computes the overview anew and stores it for painting. To be asked for once at a time: what is stored last has to be computed last. */
export async function refreshOverview(database: JejakDatabase, now: () => string): Promise<Stored> {
  const shown = await computeOverview(database, now())
  const overview = await stamped(shown.overview)
  // What is painted first next time is no reason to fail: what was noted is noted.
  const isNew = await unlessFaulty("painting", () => keep(overview))
  return { ...shown, overview, isNew: isNew === true }
}

/**
 * On the disk, except for whoever has a passphrase, and what is in memory only: that is kept in memory, and nothing of it
 * elsewhere. So is what finds no room on the disk.
 * @returns whether it says something else than what was kept before
 */
async function keep(overview: Overview): Promise<boolean> {
  const { session } = browser.storage
  const isProtected = overview.people.some(({ current, kdf }) => current && kdf !== undefined)
  const isAsBefore = (await session.get(STAMP_KEY))[STAMP_KEY] === overview.stamp
  // What was painted of an overview goes with it, before there is another.
  if (!isAsBefore) await dropPainting()
  await keepOverview(overview, isProtected || overview.keeping.where === "memory")
  if (overview.journey && !isProtected && !isAsBefore) await session.set({ [STAMP_KEY]: overview.stamp })
  return !isAsBefore
}

async function keepOverview(overview: Overview, staysInMemory: boolean): Promise<void> {
  const { local, session } = browser.storage
  if (!staysInMemory) {
    const kept = local.set({ [OVERVIEW_KEY]: overview }).then(yes, no)
    const [isKept] = await Promise.all([kept, session.remove(OVERVIEW_KEY)])
    if (isKept) return
  }
  await local.remove(OVERVIEW_KEY)
  // An older one would be painted as if it still stood.
  if (!(await session.set({ [OVERVIEW_KEY]: overview }).then(yes, no))) await session.remove(OVERVIEW_KEY)
}

const yes = () => true
const no = () => false
