import { PrivacyPage } from "../ui/help/PrivacyPage"
import { InLanguage } from "../ui/language/InLanguage"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/help.css"

document.documentElement.dataset.view = "page"

export default function Privacy() {
  return <InLanguage>{() => <PrivacyPage />}</InLanguage>
}
