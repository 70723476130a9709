import browser from "webextension-polyfill"
import { type Snooze, snoozesAt } from "../journey/reminder-clock"
import { finishedWait, plannedReminders } from "../journey/reminders"
import type { ReminderView } from "../messages/overview"
import { programmeView } from "../messages/programme-view"
import { programmeById } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/people"
import { notedReminders, noteReminders, partsOfRecordId } from "../storage/reminders"
import { addressOf, OWN_PAGES } from "../ui/pages"
import { announcedOn, journeyOf } from "./journeys"
import type { Keeper } from "./keeper"
import { clearNotification, isSummary, withoutSummary } from "./notifications"
import { ownClock } from "./own-clock"
import { preferencesOf } from "./preferences"
import { Refusal } from "./refusal"
import { warningOf, warningOnce } from "./reminder-view"

interface Found extends ReminderView {
  /** The id in the plan. */
  planned: string
}

async function find(database: JejakDatabase, id: string, now: string): Promise<Found> {
  const { participant: whose = "", reminder: planned = "" } = partsOfRecordId(id) ?? {}
  const person = await database.participants.get(whose)
  if (!person) throw new Refusal("not-understood")
  const { facts, journey } = await journeyOf(database, person, now)
  const record = (await notedReminders(database, person.id)).find((noted) => noted.id === planned)
  if (!record) throw new Refusal("not-understood")
  const programme = programmeById(person.programme)
  const clock = ownClock(journey, await preferencesOf(database))
  const reminder =
    plannedReminders(journey, programme, clock).find((each) => each.id === planned) ??
    finishedWait(planned, record.at, journey)
  const warning = reminder
    ? warningOf(reminder, journey, programme)
    : warningOnce(planned, journey, programme)
  if (!warning) throw new Refusal("not-understood")
  const { displayName, wave } = person
  return {
    id,
    planned,
    participant: { id: person.id, displayName, wave, announcedOn: announcedOn(facts) },
    journey,
    warning,
    ...(reminder && { kind: reminder.kind }),
    standing: reminder !== undefined,
    snoozes: reminder ? snoozesAt(journey.computedAt, clock.zone, reminder.due) : [],
    ...(record.snoozed && record.state === "planned" && { snoozedUntil: record.at }),
  }
}

/**
 * One reminder, anybody's, with its warning as it stands now.
 * @param now an instant in UTC
 * @throws Refusal for one that there is not, Locked for one of a participant who is
 */
export async function reminderOf(database: JejakDatabase, id: string, now: string): Promise<ReminderView> {
  const { planned: _, ...view } = await find(database, id, now)
  return view
}

/** Puts a reminder off. @throws as `reminderOf`, and Refusal for a choice that would come too late */
export async function snooze(database: JejakDatabase, id: string, until: Snooze, now: string): Promise<void> {
  const { participant, planned, snoozes } = await find(database, id, now)
  const choice = snoozes.find((each) => each.until === until)
  if (!choice) throw new Refusal("not-understood")
  const record = { id: planned, at: choice.at, state: "planned" as const, snoozed: true }
  await noteReminders(database, participant.id, { note: [record] })
  await clearNotification(id)
}

/** Opens what a notification is about when it, or one of its buttons, was clicked. @throws as `reminderOf` */
export async function openNotified(
  keeper: Keeper,
  id: string,
  answer: "open" | "answer",
  now: string,
): Promise<void> {
  const url = await keeper.use((database) => addressFor(database, id, answer, now))
  await browser.tabs.create({ url })
  await clearNotification(id)
}

/** Of another's reminder its own page, which says whose it is: a site that is opened would be read for the current one. */
async function addressFor(
  database: JejakDatabase,
  id: string,
  answer: "open" | "answer",
  now: string,
): Promise<string> {
  const page = (path: string) => browser.runtime.getURL(path)
  const record = withoutSummary(id)
  const { participant: whose = "" } = partsOfRecordId(record) ?? {}
  // One that outlived whoever it was for, or that is none of ours, opens nothing.
  if (!(await database.participants.get(whose))) throw new Refusal("not-understood")
  const isCurrent = whose === (await currentParticipant(database))?.id
  if (isSummary(id) && isCurrent) return page(OWN_PAGES.popup)
  if (answer === "answer" || !isCurrent) return page(`${OWN_PAGES.reminder}?id=${encodeURIComponent(record)}`)
  const { warning, journey } = await find(database, record, now)
  return addressOf(programmeView(programmeById(journey.programme)), warning.link) ?? page(OWN_PAGES.popup)
}
