import { InLanguage } from "../ui/language/InLanguage"
import { SummaryPage } from "../ui/summary/SummaryPage"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/backup.css"
import "../ui/styles/summary.css"
import "../ui/styles/summary-print.css"

document.documentElement.dataset.view = "page"

export default function SummaryTab() {
  return <InLanguage>{() => <SummaryPage />}</InLanguage>
}
