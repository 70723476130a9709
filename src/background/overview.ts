import browser from "webextension-polyfill"
import { foldJourney } from "../journey/fold"
import { compareText } from "../journey/order"
import { rankOf } from "../journey/severity"
import { OVERVIEW_KEY, type Overview, type PersonView, type SiteHealth } from "../messages/overview"
import { programmeView } from "../messages/programme-view"
import { programmeById, programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { JejakDatabase, Participant } from "../storage/database"
import { factsOf } from "../storage/facts"
import { currentParticipant } from "../storage/participants"
import { standingQuestion } from "./accounts"
import { preferencesOf } from "./preferences"
import { healthOf, missingAccessOf, siteWarnings } from "./site-health"

/** Computes all that is shown, from the database, the packs, the permissions and the clock (an instant in UTC). */
async function computeOverview(database: JejakDatabase, now: string): Promise<Overview> {
  const participant = await currentParticipant(database)
  const programme = participant ? programmeById(participant.programme) : programmes[0]
  if (!programme) throw new Error("there is no programme")
  const sites = await healthOf(database, programme, participant)
  const accountQuestion = participant && (await standingQuestion(database, participant.id))
  return {
    version: 2,
    people: await peopleOf(database, participant?.id),
    ...(participant && (await journeyOf(database, participant, programme, sites, now))),
    ...(accountQuestion && { accountQuestion }),
    sites,
    ...programmeView(programme),
    preferences: await preferencesOf(database),
    missingAccess: missingAccessOf(sites),
  }
}

async function peopleOf(database: JejakDatabase, current: string | undefined): Promise<PersonView[]> {
  const people = await database.participants.toArray()
  return people
    .sort((a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id))
    .map(({ id, displayName, wave, protection }) => ({
      id,
      displayName,
      wave,
      current: id === current,
      locked: protection !== undefined && !database.keys.has(id),
      ...(protection && { kdf: protection.kdf }),
    }))
}

async function journeyOf(
  database: JejakDatabase,
  { id, displayName, wave }: Participant,
  programme: Programme,
  sites: readonly SiteHealth[],
  now: string,
): Promise<Pick<Overview, "participant" | "journey">> {
  const facts = await factsOf(database, id)
  const journey = foldJourney(facts, programme, now)
  const announcedOn = facts.findLast(
    (fact) => fact.by === "person" && fact.kind === "step" && fact.step === "accepted" && fact.on,
  )
  const on = announcedOn && "on" in announcedOn ? announcedOn.on : undefined
  const warnings = [...journey.warnings, ...siteWarnings(sites, programme)].sort(
    (a, b) => rankOf(b.severity) - rankOf(a.severity),
  )
  return { participant: { id, displayName, wave, announcedOn: on ?? "" }, journey: { ...journey, warnings } }
}

/** The last writer wins only if it also computed last: one overview is made at a time. */
let queue: Promise<unknown> = Promise.resolve()

/** Computes the overview anew and stores it for painting. */
export function refreshOverview(database: JejakDatabase, now: () => string): Promise<Overview> {
  const fresh = queue.then(async () => {
    const overview = await computeOverview(database, now())
    await browser.storage.local.set({ [OVERVIEW_KEY]: overview })
    return overview
  })
  queue = fresh.catch(() => undefined)
  return fresh
}
