import { ReminderPage } from "../ui/ReminderPage"
import { language } from "../ui/words"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/reminder.css"

document.documentElement.lang = language()
document.documentElement.dataset.view = "page"

export default function Reminder() {
  return <ReminderPage reminder={new URLSearchParams(location.search).get("id") ?? ""} />
}
