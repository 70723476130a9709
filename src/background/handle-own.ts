import { historyOf } from "../journey/history"
import { guideOf } from "../messages/guide"
import { programmeById } from "../programmes/registry"
import { factsOf } from "../storage/facts"
import { currentParticipant } from "../storage/people"
import { faults, noteFault } from "./faults"
import type { Handlers } from "./handlers"
import { programmeShown } from "./overview"
import { savePreferences } from "./preferences"
import { Refusal } from "./refusal"
import { reminderOf, snooze } from "./reminder-answers"

/** What is shown, how, and when it is told. */
export const ownHandlers: Handlers<
  "overview" | "guide" | "history" | "change-preferences" | "reminder" | "snooze" | "faults" | "note-fault"
> = {
  overview: (_message, _database, world) => world.refresh(),
  guide: async (_message, database) => guideOf(programmeShown(await currentParticipant(database))),
  history: async ({ participant: id }, database) => {
    const participant = await database.participants.get(id)
    if (!participant) throw new Refusal("unknown-participant")
    return historyOf(await factsOf(database, id), programmeById(participant.programme))
  },
  "change-preferences": async ({ preferences }, database, world) => {
    await savePreferences(database, preferences)
    return world.refresh()
  },
  faults: () => faults(),
  "note-fault": async ({ page, fault }) => {
    noteFault(page, fault)
    return {}
  },
  reminder: async ({ reminder }, database, world) => reminderOf(database, reminder, world.now()),
  snooze: async ({ reminder, until }, database, world) => {
    await snooze(database, reminder, until, world.now())
    return world.refresh()
  },
}
