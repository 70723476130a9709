import { epoch } from "../journey/epoch"
import { identitiesOf } from "../journey/identities"
import type { WarningView } from "../journey/journey"
import type { SiteHealth } from "../messages/overview"
import { patternsOf } from "../programmes/patterns"
import type { Programme } from "../programmes/schema"
import type { Site, Watching } from "../programmes/schema-sites"
import { STEP_IDS, type StepId } from "../programmes/steps"
import type { ChosenSite, JejakDatabase, Participant } from "../storage/database"
import { digestOfFacts } from "../storage/facts"
import { isLocked } from "../storage/locking"
import { grantedPatterns } from "./access"
import { unlessFaulty } from "./faults"
import { patternsOfChosen } from "./sites"

const DAY = 86_400_000

/**
 * Every site that is read or could be: those of the pack that may be, then the hosts that this participant watches, unless
 * they are locked.
 */
export async function healthOf(
  database: JejakDatabase,
  programme: Programme,
  participant: Pick<Participant, "id" | "protection"> | undefined,
  now: string,
): Promise<SiteHealth[]> {
  const records = new Map((await database.sites.toArray()).map((record) => [record.site, record]))
  const wishes = await database.chosen.toArray()
  // What is watched for whom and why is theirs to know.
  const open = participant && !isLocked(database, participant) ? participant : undefined
  // A watched site is shown even if nobody can tell which of the trainings it is about.
  const known = open && (await unlessFaulty("sites", () => digestOfFacts(database, open.id, now)))
  const { idOf } = identitiesOf(known?.facts ?? [], programme)
  const granted = new Map(wishes.flatMap((wish) => (wish.grantedAt ? [[wish.id, wish]] : [])))
  const readable = programme.sites.filter(({ access }) => access !== "never")
  const watched = [...granted.values()].filter(
    (wish): wish is ChosenSite & { host: string } =>
      wish.host !== undefined && wish.participant === open?.id && patternsOfChosen(wish).length > 0,
  )
  const there = await grantedPatterns([...readable.flatMap(patternsOf), ...watched.flatMap(patternsOfChosen)])
  const withAccess = (health: Omit<SiteHealth, "access">): SiteHealth => ({
    ...records.get(health.site),
    ...health,
    access: health.patterns.every((pattern) => there.has(pattern)),
  })
  return [
    ...readable.map((site) =>
      withAccess({
        site: site.id,
        kind: site.access === "install" ? "home" : "platform",
        chosen: site.access === "install" || granted.has(site.id),
        patterns: patternsOf(site),
        reads: stepsOf(programme, site),
        name: site.name,
        host: site.hosts[0] ?? "",
      }),
    ),
    ...watched.map(({ id, host, training }) =>
      withAccess({
        site: id,
        kind: "watched",
        chosen: true,
        patterns: patternsOf({ hosts: [host] }),
        reads: stepsOf(programme, programme.watching),
        name: host,
        host,
        ...(training && { training: idOf(training, `host:${host}`) }),
      }),
    ),
  ]
}

/** The steps of which a site's words can tell something, in the order of the journey. */
function stepsOf({ money }: Programme, { signals }: Pick<Site | Watching, "signals">): StepId[] {
  const told = new Set(
    signals
      .flatMap(({ claims }) => claims)
      .flatMap(({ step }) => {
        if (step === "by-amount") return money.payments.flatMap(({ steps }) => steps)
        return step === "by-number"
          ? money.payments.filter(({ rowMeansDone }) => rowMeansDone).flatMap(({ steps }) => steps)
          : [step]
      }),
  )
  return STEP_IDS.filter((step) => told.has(step))
}

/** Host patterns of what is to be read and may not be. */
export function missingAccessOf(sites: readonly SiteHealth[]): string[] {
  return sites.filter(({ chosen, access }) => chosen && !access).flatMap(({ patterns }) => patterns)
}

/** Warnings about the watching itself: a site that may not be read, or that could not be understood. */
export function siteWarnings(sites: readonly SiteHealth[], programme: Programme): WarningView[] {
  const source = { of: "assumption" as const, checkedOn: programme.checkedOn }
  const common = { step: "accepted" as const, contacts: [], causes: [], source }
  return sites.flatMap((site): WarningView[] => {
    if (!site.chosen) return []
    const values = { site: site.name, id: site.site }
    const severity = site.kind === "home" ? "urgent" : "soon"
    if (!site.access) return [{ ...common, id: "access-missing", severity, values }]
    return isUnreadable(site) ? [{ ...common, id: "site-unreadable", severity: "info", values }] : []
  })
}

/**
 * A page without progress among many that are read is nothing to report; a day without a single one is. Nothing was
 * promised of a site that nobody has described, nor of a shop that tells of one moment only.
 */
function isUnreadable({ kind, reads, lastRead, unreadSince }: SiteHealth): boolean {
  if (kind === "watched" || reads.length < 2 || !unreadSince) return false
  return !lastRead || epoch(unreadSince) - epoch(lastRead) > DAY
}
