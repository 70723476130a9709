import "./jitless"
import browser, { type Runtime } from "webextension-polyfill"
import { packFaults } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/people"
import { WORD_FILES } from "../ui/language/wordFiles"
import { newAllowance } from "./allowance"
import { showBadge } from "./badge"
import { callersOf } from "./callers"
import { onNextChange, wakeForNextChange } from "./clock"
import { doorOf } from "./door"
import { noteFault, unlessFaulty } from "./faults"
import { MEMORY_FILE } from "./files"
import { openJourneys } from "./journeys"
import { keeperOf } from "./keeper"
import { keepForLater } from "./later"
import { readOpenPages, restOpenPages } from "./open-pages"
import { refreshOverview, type Shown } from "./overview"
import { speakFor } from "./own-words"
import { refreshing } from "./refreshing"
import { onNotificationClicks } from "./reminder-answers"
import { reviewReminders } from "./reminders"
import { route } from "./router"
import { registerReaders } from "./sites"

/*
 * The service worker (Firefox: event page), the only writer. Every listener is added in the first turn: a worker that is
 * woken for an event misses it otherwise.
 */

const now = () => new Date().toISOString()
const newId = () => crypto.randomUUID()
const fault = (where: string) => (error: unknown) => noteFault(where, error)
const keeper = keeperOf({ now, newId, told: refreshQuietly, fault })

const callers = callersOf()

/** What a start has shown anew, something that was noted may have had shown before. */
let isRefreshed = false

const refresh = refreshing(
  (database) => {
    isRefreshed = true
    return refreshOverview(database, now)
  },
  async (database, shown) => {
    const { overview } = shown
    // What is shown must not fail with what follows from it, nor one of that with another.
    await unlessFaulty("words", () => speakFor(overview.preferences))
    const reminder = await unlessFaulty("reminders", () => remindEverybody(database, shown))
    await Promise.all([
      unlessFaulty("badge", () => showBadge(overview)),
      unlessFaulty("alarm", () => wakeForNextChange(overview, reminder)),
    ])
  },
)

/** What was reminded of has to be noted, or it would be again. */
async function remindEverybody(database: JejakDatabase, shown: Shown): Promise<string | undefined> {
  if (database.where === "read-only") return undefined
  const { people, preferences } = shown.overview
  const travellers = await openJourneys(database, shown.now, shown.traveller)
  return reviewReminders(database, { travellers, preferences, named: people.length > 1 }, shown.now)
}

function refreshQuietly(): void {
  keeper.use((database) => refresh(database).done).catch(fault("overview"))
}

/**
 * Registers the readers that are wanted, and reads what is open already; neither where nothing can be noted. What hangs on it has
 * happened: it never throws.
 */
async function readWhatMayBe(database: JejakDatabase, to?: "somebody-else"): Promise<void> {
  if (database.where === "read-only") return
  await unlessFaulty("readers", () => registerReaders(database))
  await unlessFaulty("open-pages", async () => {
    // Where pages cannot be made to rest, none is read: they were shown to another.
    if (to === "somebody-else") await restOpenPages(database)
    await readOpenPages(database)
  })
}

async function registerAgain(database: JejakDatabase, forgetWishes = false): Promise<void> {
  if (database.where !== "read-only") await registerReaders(database, forgetWishes)
}

const door = doorOf({
  id: browser.runtime.id,
  home: browser.runtime.getURL(""),
  allowance: newAllowance(() => performance.now()),
  ready: () => keeper.use(async () => undefined),
  carryOut: (message, sender) =>
    keeper.use((database) => {
      const world = {
        now,
        newId,
        refresh: () => refresh(database).done,
        show: () => {
          const { shown, done } = refresh(database)
          // What lies in memory only is kept with the work that changed it.
          return database.where === "memory" ? done : shown
        },
        readOpenPages: (to?: "somebody-else") => readWhatMayBe(database, to),
      }
      return route(database, world, message, sender)
    }),
})

keepForLater([MEMORY_FILE, ...WORD_FILES])

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  callers.answering(door(message, sender)),
)

browser.runtime.onInstalled.addListener(({ reason }) => {
  void (async () => {
    // A database that cannot be read is no reason to stay silent: the page itself says what is wrong.
    const known = reason === "install" && (await keeper.use(currentParticipant).catch(() => undefined))
    if (reason === "install" && !known)
      await browser.tabs.create({ url: browser.runtime.getURL("tabs/welcome.html") })
    await keeper.use(async (database) => {
      await unlessFaulty("readers", () => registerAgain(database, true))
      if (database.where !== "read-only") await readOpenPages(database)
    })
  })().catch(fault("install"))
})

function startReading(): void {
  keeper
    .use(async (database) => {
      await readWhatMayBe(database)
      await refresh(database).done
    })
    .catch(fault("reading"))
}

browser.permissions.onAdded.addListener(startReading)
browser.permissions.onRemoved.addListener(startReading)
browser.runtime.onStartup.addListener(() => {
  keeper.use((database) => registerAgain(database, true)).catch(fault("readers"))
  startReading()
})
onNextChange(refreshQuietly)
onNotificationClicks(keeper, now)

for (const { site, error } of packFaults) noteFault("pack", error, site, true)

/** Whoever it was woken for comes first: by the time the database is open they have come in. */
async function settleIn(): Promise<void> {
  await keeper.use(async () => undefined).catch(() => undefined)
  await callers.answered()
  keeper.use((database) => registerAgain(database)).catch(fault("readers"))
  if (!isRefreshed) refreshQuietly()
}
void settleIn()
