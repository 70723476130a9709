import "./jitless"
import browser, { type Runtime } from "webextension-polyfill"
import { packFaults } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/people"
import { WORD_FILES } from "../ui/language/wordFiles"
import { newAllowance } from "./allowance"
import { callersOf } from "./callers"
import { onNextChange } from "./clock"
import { doorOf } from "./door"
import { noteFault, unlessFaulty } from "./faults"
import { MEMORY_FILE, PAINTER_FILE, REST_FILE } from "./files"
import { keeperOf } from "./keeper"
import { keepForLater } from "./later"
import { onNotificationAnswers } from "./notification-clicks"
import type { Stored } from "./overview"
import { refreshing } from "./refreshing"
import { theRest } from "./rest-loading"
import { route } from "./router"

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

const refresh = refreshing<Stored>(
  async (database) => {
    isRefreshed = true
    return (await theRest()).refreshOverview(database, now)
  },
  async (database, shown) => (await theRest()).follow(database, shown, callers.answered),
)

function refreshQuietly(): void {
  keeper.use((database) => refresh(database).done).catch(fault("overview"))
}

async function registerAgain(database: JejakDatabase, forgetWishes = false): Promise<void> {
  await (await theRest()).registerAgain(database, forgetWishes)
}

async function readWhatMayBe(database: JejakDatabase, to?: "somebody-else"): Promise<void> {
  await (await theRest()).readWhatMayBe(database, to)
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
          const inMemory = database.where === "memory"
          const { shown, done } = refresh(database, !inMemory)
          // What lies in memory only is kept with the work that changed it.
          return inMemory ? done : shown
        },
        readOpenPages: (to?: "somebody-else") => readWhatMayBe(database, to),
      }
      return route(database, world, message, sender)
    }),
})

keepForLater([REST_FILE, PAINTER_FILE, MEMORY_FILE, ...WORD_FILES])

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender, reply) => {
  callers.answering(door(message, sender)).then(reply)
  // The answer is still to come.
  return true
})

browser.runtime.onInstalled.addListener(({ reason }) => {
  void (async () => {
    // A database that cannot be read is no reason to stay silent: the page itself says what is wrong.
    const known = reason === "install" && (await keeper.use(currentParticipant).catch(() => undefined))
    if (reason === "install" && !known)
      await browser.tabs.create({ url: browser.runtime.getURL("tabs/welcome.html") })
    await keeper.use(async (database) => {
      await unlessFaulty("readers", () => registerAgain(database, true))
      await (await theRest()).readOpenPages(database)
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
onNotificationAnswers((id, answer) => {
  theRest()
    .then(({ openNotified }) => openNotified(keeper, id, answer, now()))
    .catch(fault("notification"))
})

for (const { site, error } of packFaults) noteFault("pack", error, site, true)

/** Whoever it was woken for comes first: by the time the database is open they have come in. */
async function settleIn(): Promise<void> {
  await keeper.use(async () => undefined).catch(() => undefined)
  await callers.answered()
  keeper.use((database) => registerAgain(database)).catch(fault("readers"))
  if (!isRefreshed) refreshQuietly()
}
void settleIn()
