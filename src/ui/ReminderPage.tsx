import { OwnPage } from "./OwnPage"
import { say } from "./words"

/** One reminder: what it is about, the way there, and later. */
export function ReminderPage(_: { reminder: string }) {
  return <OwnPage heading={say("reminder_heading")}>{null}</OwnPage>
}
