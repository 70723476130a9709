import { InLanguage } from "../ui/language/InLanguage"
import { ReminderPage } from "../ui/reminders/ReminderPage"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/reminder.css"

document.documentElement.dataset.view = "page"

export default function Reminder() {
  return (
    <InLanguage>
      {() => <ReminderPage reminder={new URLSearchParams(location.search).get("id") ?? ""} />}
    </InLanguage>
  )
}
