import * as generator from "ical-generator"
import type { Overview } from "../../messages/overview"
import { language, say } from "../language/words"
import { type CalendarEvent, calendarEvents } from "./calendar-events"

/** Revisions are counted in seconds from here, so that whatever is exported later outranks what was. */
const FIRST_REVISION = Date.parse("2024-01-01T00:00Z")

/** An iCalendar file (RFC 5545), and how much is in it: without events there is nothing to take along. */
export interface CalendarFile {
  fileName: string
  text: string
  events: number
}

/**
 * Everything that is still to come of the participant who is looked at, with alarms. What was imported before is updated by
 * a later file: its events have the same UIDs and higher SEQUENCEs. It is no invitation: there is no METHOD.
 * @param now milliseconds since 1970
 */
export function calendarFile({ participant, journey }: Overview, now: number): CalendarFile {
  const events = participant && journey ? calendarEvents(journey, now) : []
  const calendar = generator.default({
    name: say("calendar_name"),
    prodId: { company: "Jejak", product: "Jejak", language: language().toUpperCase() },
  })
  for (const event of events) {
    const { key, summary, description, start, end, day, busy } = event
    const made = calendar.createEvent({
      id: `${participant?.id ?? ""}.${key}@jejak`,
      sequence: Math.max(0, Math.floor((now - FIRST_REVISION) / 1000)),
      stamp: new Date(now),
      lastModified: new Date(now),
      ...(day === undefined
        ? { start: new Date(start), end: new Date(end) }
        : { start: new Date(`${day}T00:00Z`), allDay: true }),
      summary,
      description,
      transparency: busy
        ? generator.ICalEventTransparency.OPAQUE
        : generator.ICalEventTransparency.TRANSPARENT,
    })
    for (const at of event.alarms) made.createAlarm(alarmAt(at, event))
  }
  return {
    fileName: `jejak-${new Date(now).toISOString().slice(0, 10)}.ics`,
    text: calendar.toString(),
    events: events.length,
  }
}

function alarmAt(at: number, { start, summary }: CalendarEvent): generator.ICalAlarmData {
  const seconds = Math.round((start - at) / 1000)
  const common = { type: generator.ICalAlarmType.display, description: summary }
  return seconds >= 0 ? { ...common, trigger: seconds } : { ...common, triggerAfter: -seconds }
}
