import browser from "webextension-polyfill"
import { epoch } from "../journey/calendar"
import { foldJourney } from "../journey/fold"
import type { WarningView } from "../journey/journey"
import { rankOf } from "../journey/severity"
import { OVERVIEW_KEY, type Overview, type SiteHealth } from "../messages/overview"
import { programmeView } from "../messages/programme-view"
import { patternsOf } from "../programmes/patterns"
import { programmeById, programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { JejakDatabase, Participant } from "../storage/database"
import { factsOf } from "../storage/facts"
import { currentParticipant } from "../storage/participants"
import { grantedPatterns } from "./access"
import { preferencesOf } from "./preferences"

const DAY = 86_400_000

/** Computes all that is shown, from the database, the packs, the permissions and the clock (an instant in UTC). */
async function computeOverview(database: JejakDatabase, now: string): Promise<Overview> {
  const participant = await currentParticipant(database)
  const programme = participant ? programmeById(participant.programme) : programmes[0]
  if (!programme) throw new Error("there is no programme")
  const sites = await healthOf(database, programme)
  const missingAccess = programme.sites
    .filter(
      ({ id, access }) => access === "install" && sites.some((site) => site.site === id && !site.access),
    )
    .flatMap(patternsOf)
  return {
    version: 1,
    ...(participant && (await journeyOf(database, participant, programme, sites, now))),
    sites,
    ...programmeView(programme),
    preferences: await preferencesOf(database),
    missingAccess,
  }
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

async function healthOf(database: JejakDatabase, { sites }: Programme): Promise<SiteHealth[]> {
  const records = new Map((await database.sites.toArray()).map((record) => [record.site, record]))
  const granted = await grantedPatterns(sites)
  return sites.map((site) => ({
    ...records.get(site.id),
    site: site.id,
    kind: site.access === "install" ? ("home" as const) : ("platform" as const),
    chosen: site.access === "install",
    patterns: patternsOf(site),
    name: site.name,
    host: site.hosts[0] ?? "",
    access: patternsOf(site).every((pattern) => granted.has(pattern)),
  }))
}

/** Warnings about the watching itself: a site that may not be read, or that could not be understood. */
function siteWarnings(sites: readonly SiteHealth[], programme: Programme): WarningView[] {
  const source = { of: "assumption" as const, checkedOn: programme.checkedOn }
  const common = { step: "accepted" as const, contacts: [], causes: [], source }
  return sites.flatMap(({ site, name, access, lastRead, unreadSince }): WarningView[] => {
    if (programme.sites.find(({ id }) => id === site)?.access !== "install") return []
    if (!access) return [{ ...common, id: "access-missing", severity: "urgent", values: { site: name } }]
    return isUnreadable(lastRead, unreadSince)
      ? [{ ...common, id: "site-unreadable", severity: "info", values: { site: name } }]
      : []
  })
}

/** A page without progress among many that are read is nothing to report; a day without a single one is. */
function isUnreadable(lastRead: string | undefined, unreadSince: string | undefined): boolean {
  if (!unreadSince) return false
  return !lastRead || epoch(unreadSince) - epoch(lastRead) > DAY
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
