import browser from "webextension-polyfill"
import { type Snooze, snoozesAt } from "../journey/reminder-clock"
import { finishedWait, plannedReminders } from "../journey/reminders"
import type { Overview, ReminderView } from "../messages/overview"
import { programmeById } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { noteReminders, recordId } from "../storage/reminders"
import { addressOf, OWN_PAGES } from "../ui/pages"
import { clearNotification, isSummary, onNotificationAnswers } from "./notifications"
import { ownClock } from "./own-clock"
import { Refusal } from "./refusal"
import { warningOf, warningOnce } from "./reminder-view"

interface Found extends ReminderView {
  participant: string
  /** The id in the plan. */
  planned: string
}

async function find(
  database: JejakDatabase,
  { participant, journey, preferences }: Overview,
  id: string,
): Promise<Found> {
  const record = await database.reminders.get(id)
  if (!record || !participant || !journey || record.participant !== participant.id)
    throw new Refusal("not-understood")
  const planned = id.slice(recordId(participant.id, "").length)
  const programme = programmeById(journey.programme)
  const clock = ownClock(journey, preferences)
  const reminder =
    plannedReminders(journey, programme, clock).find((each) => each.id === planned) ??
    finishedWait(planned, record.at, journey)
  const warning = reminder
    ? warningOf(reminder, journey, programme)
    : warningOnce(planned, journey, programme)
  if (!warning) throw new Refusal("not-understood")
  return {
    id,
    participant: participant.id,
    planned,
    warning,
    ...(reminder && { kind: reminder.kind }),
    standing: reminder !== undefined,
    snoozes: reminder ? snoozesAt(journey.computedAt, clock.zone, reminder.due) : [],
    ...(record.snoozed && record.state === "planned" && { snoozedUntil: record.at }),
  }
}

/** One reminder with its warning as it stands now. @throws Refusal for one that there is not */
export async function reminderOf(
  database: JejakDatabase,
  overview: Overview,
  id: string,
): Promise<ReminderView> {
  const { participant: _, planned: __, ...view } = await find(database, overview, id)
  return view
}

/** Puts a reminder off. @throws Refusal for one that there is not, or a choice that would come too late */
export async function snooze(
  database: JejakDatabase,
  overview: Overview,
  id: string,
  until: Snooze,
): Promise<void> {
  const { participant, planned, snoozes } = await find(database, overview, id)
  const choice = snoozes.find((each) => each.until === until)
  if (!choice) throw new Refusal("not-understood")
  const record = { id: planned, at: choice.at, state: "planned" as const, snoozed: true }
  await noteReminders(database, participant, { note: [record] })
  await clearNotification(id)
}

/** Opens what a notification is about when it, or one of its buttons, is clicked. Called in the background's first turn. */
export function onNotificationClicks(database: JejakDatabase, refresh: () => Promise<Overview>): void {
  onNotificationAnswers((id, answer) => {
    const open = async () => {
      await browser.tabs.create({ url: await addressFor(database, refresh, id, answer) })
      await clearNotification(id)
    }
    open().catch((error: unknown) => console.error(error))
  })
}

async function addressFor(
  database: JejakDatabase,
  refresh: () => Promise<Overview>,
  id: string,
  answer: "open" | "answer",
): Promise<string> {
  const page = (path: string) => browser.runtime.getURL(path)
  if (isSummary(id)) return page(OWN_PAGES.popup)
  if (answer === "answer") return page(`${OWN_PAGES.reminder}?id=${encodeURIComponent(id)}`)
  const overview = await refresh()
  const { warning } = await find(database, overview, id)
  return addressOf(overview, warning.link) ?? page(OWN_PAGES.popup)
}
