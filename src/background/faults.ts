import browser from "webextension-polyfill"
import type { Fault } from "../messages/faults"
import type { Failure } from "../messages/messages"
import { keptFaults, redacted, withFault } from "./fault-log"
import { failureOf } from "./refusal"

/*
 * The log lies in `storage.local`, which works where the database does not. It is no part of a backup, and goes when everything
 * is deleted.
 */

const FAULTS_KEY = "faults"

/** Failures that are mistakes of ours; the others are expected, and told to the person. */
const OURS: readonly Failure[] = ["internal", "facts-unreadable", "rules-unreadable"]

/** Whether it is one: what is refused, locked or full is none, nor that there is no database. */
export function isMistake(error: unknown): boolean {
  return OURS.includes(failureOf(error))
}

/** One note at a time, so that none is lost. */
let queue: Promise<unknown> = Promise.resolve()

function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = queue.then(work)
  queue = done.catch(() => undefined)
  return done
}

async function log(): Promise<Fault[]> {
  return keptFaults((await browser.storage.local.get(FAULTS_KEY))[FAULTS_KEY])
}

/** Changes the log. What goes wrong with that is dropped: to note it would go wrong again. */
function change(to: (log: Fault[]) => Fault[]): Promise<void> {
  return inTurn(async () => {
    const before = await log()
    const after = to(before)
    if (after.length > 0) await browser.storage.local.set({ [FAULTS_KEY]: after })
    else if (before.length > 0) await browser.storage.local.remove(FAULTS_KEY)
  }).catch(() => undefined)
}

/**
 * Notes a mistake of our own, without anything that a page or a person has said. Never throws. What is refused, locked or
 * full is no mistake, and not noted.
 * @param where the background's job, content script or page in which it was noticed
 * @param site the `SiteHealth.site`, where it has to do with one
 * @param standing it is there at every start, and counts once
 */
export function noteFault(where: string, error: unknown, site?: string, standing = false): void {
  try {
    if (!isMistake(error)) return
    const shape = redacted(error)
    const now = new Date().toISOString()
    void change((before) => withFault(before, { ...shape, where, site }, now, standing))
    console.error(`Jejak: ${where}`, error)
  } catch {
    // An error that cannot even be looked at.
  }
}

/** Carries out what the rest does not hang on. @returns undefined, and the mistake is noted, where it throws */
export async function unlessFaulty<Result>(
  where: string,
  work: () => Result | Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    noteFault(where, error)
    return undefined
  }
}

/** What went wrong, the newest first; nothing where the log cannot be read. */
export function faults(): Promise<Fault[]> {
  return inTurn(log).catch(() => [])
}

/** Forgets what went wrong on sites that are no longer anybody's, or everything. */
export function forgetFaults(sites?: readonly string[]): Promise<void> {
  return change((before) =>
    sites ? before.filter(({ site }) => site === undefined || !sites.includes(site)) : [],
  )
}
