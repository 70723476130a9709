import "./jitless"
import browser, { type Runtime } from "webextension-polyfill"
import type { Overview } from "../messages/overview"
import { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/participants"
import { newAllowance } from "./allowance"
import { showBadge } from "./badge"
import { onNextChange, wakeForNextChange } from "./clock"
import { doorOf } from "./door"
import { noteFault } from "./faults"
import { openJourneys } from "./journeys"
import { loadKeys } from "./keys"
import { readOpenPages, restOpenPages } from "./open-pages"
import { refreshOverview } from "./overview"
import { speakFor } from "./own-words"
import { onNotificationClicks } from "./reminder-answers"
import { reviewReminders } from "./reminders"
import { route } from "./router"
import { registerReaders } from "./sites"

/*
 * The service worker (Firefox: event page), the only writer. Every listener is added in the first turn: a worker that is
 * woken for an event misses it otherwise.
 */

const database = new JejakDatabase()
const now = () => new Date().toISOString()
const newId = () => crypto.randomUUID()
const fault = (where: string) => (error: unknown) => noteFault(where, error)
/** Whoever was unlocked before the background was ended is so again before anything is done. */
const unlocked = loadKeys(database).catch(fault("keys"))

async function refresh(): Promise<Overview> {
  await unlocked
  const overview = await refreshOverview(database, now)
  speakFor(overview.preferences)
  const reminder = await remindEverybody(overview).catch((error: unknown) => {
    // What is shown must not fail with what reminds of it.
    noteFault("reminders", error)
    return undefined
  })
  await Promise.all([showBadge(overview), wakeForNextChange(overview, reminder)])
  return overview
}

async function remindEverybody({ people, preferences }: Overview): Promise<string | undefined> {
  const travellers = await openJourneys(database, now())
  return reviewReminders(database, { travellers, preferences, named: people.length > 1 }, now())
}

function refreshQuietly(): void {
  refresh().catch(fault("overview"))
}

/** Registers the readers that are wanted, and reads what is open already. */
async function readWhatMayBe(to?: "somebody-else"): Promise<void> {
  await registerReaders(database)
  if (to === "somebody-else") await restOpenPages(database)
  await readOpenPages(database)
}

const door = doorOf({
  id: browser.runtime.id,
  home: browser.runtime.getURL(""),
  allowance: newAllowance(() => performance.now()),
  ready: () => Promise.allSettled([unlocked, database.open()]),
  carryOut: (message, sender) =>
    route(database, { now, newId, refresh, readOpenPages: readWhatMayBe }, message, sender),
})

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  door(message, sender),
)

browser.runtime.onInstalled.addListener(({ reason }) => {
  void (async () => {
    // A database that cannot be read is no reason to stay silent: the page itself says what is wrong.
    const known = reason === "install" && (await currentParticipant(database).catch(() => undefined))
    if (reason === "install" && !known)
      await browser.tabs.create({ url: browser.runtime.getURL("tabs/welcome.html") })
    await registerReaders(database, true)
    await readOpenPages(database)
  })().catch(fault("install"))
})

function startReading(): void {
  unlocked
    .then(() => readWhatMayBe())
    .then(refresh)
    .catch(fault("reading"))
}

browser.permissions.onAdded.addListener(startReading)
browser.permissions.onRemoved.addListener(startReading)
browser.runtime.onStartup.addListener(() => {
  registerReaders(database, true).catch(fault("readers"))
  startReading()
})
onNextChange(refreshQuietly)
onNotificationClicks(database, now, unlocked)

registerReaders(database).catch(fault("readers"))
refreshQuietly()
