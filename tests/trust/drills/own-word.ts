import { isDeepStrictEqual } from "node:util"
import type { Page } from "puppeteer-core"
import type { Fact } from "../../../src/journey/facts"
import { foldJourney } from "../../../src/journey/fold"
import type { Journey } from "../../../src/journey/journey"
import type { OwnMessage, Reply } from "../../../src/messages/messages"
import type { Overview, Replies } from "../../../src/messages/overview"
import { programmeById } from "../../../src/programmes/registry"
import { until } from "../../browser/until"

/** Asks the background for something as a page of ours does. @throws what the background refuses with */
export async function ask<M extends OwnMessage>(page: Page, message: M): Promise<Replies[M["type"]]> {
  const said = await page.evaluate(
    async (wanted) => JSON.stringify(await chrome.runtime.sendMessage(wanted)),
    message,
  )
  const reply = JSON.parse(said ?? "null") as Reply<Replies[M["type"]]> | null
  if (!reply?.ok) throw new Error(`${message.type}: ${reply?.failure ?? "no answer"}`)
  return reply.value
}

/** Every fact that lies in the database, by a backup. */
export async function everyFact(page: Page): Promise<Fact[]> {
  const { json } = await ask(page, { type: "export-backup" })
  return (JSON.parse(json) as { content: { facts: Fact[] } }).content.facts
}

/** The overview as it is stored for painting. As text, since what stands in it twice gets lost on Firefox's way to here. */
export async function storedOverview(page: Page): Promise<Overview | undefined> {
  const stored = await page.evaluate(async () => JSON.stringify(await chrome.storage.local.get("overview")))
  return (JSON.parse(stored) as { overview?: Overview }).overview
}

/** What is shown follows what was noted, and a start makes good what an end cut off; in what they still differ after that time. */
export async function staysUnlikeAFreshFold(page: Page, facts: readonly Fact[]): Promise<string[]> {
  const wrong = async () => unlikeAFreshFold(await storedOverview(page), facts)
  await until("what is shown follows", async () => (await wrong()).length === 0 || undefined).catch(() => [])
  return wrong()
}

/** Warnings of sites, which no fact tells of. */
const OF_SITES = ["site-unreadable", "access-missing"]

/** In what a stored overview's journey differs from one that is folded anew from these facts at the same instant. */
function unlikeAFreshFold(overview: Overview | undefined, facts: readonly Fact[]): string[] {
  const { journey, participant } = overview ?? {}
  if (!journey || !participant) return ["there is no stored summary"]
  const own = facts.filter((fact) => fact.participant === participant.id)
  const fresh = plain(foldJourney(own, programmeById(journey.programme), journey.computedAt))
  const stored = plain(journey)
  return differences(stored, fresh, "journey").map((each) => `not as a fresh fold: ${each}`)
}

function plain(journey: Journey): Journey {
  const warnings = journey.warnings.filter(({ id }) => !OF_SITES.includes(id))
  return JSON.parse(JSON.stringify({ ...journey, warnings })) as Journey
}

/** The places in which two values of JSON differ. */
function differences(stored: unknown, fresh: unknown, path: string): string[] {
  if (isRecord(stored) && isRecord(fresh))
    return [...new Set([...Object.keys(stored), ...Object.keys(fresh)])].flatMap((key) =>
      differences(stored[key], fresh[key], `${path}.${key}`),
    )
  if (isDeepStrictEqual(stored, fresh)) return []
  return [`${path} is ${JSON.stringify(stored)} instead of ${JSON.stringify(fresh)}`.slice(0, 400)]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
