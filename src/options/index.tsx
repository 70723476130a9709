import { InLanguage } from "../ui/language/InLanguage"
import { Settings } from "../ui/settings/Settings"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/sites.css"
import "../ui/styles/preferences.css"
import "../ui/styles/backup.css"
import "../ui/styles/settings.css"
import "../ui/styles/people-settings.css"

document.documentElement.dataset.view = "page"

export default function SettingsPage() {
  return <InLanguage>{() => <Settings />}</InLanguage>
}
