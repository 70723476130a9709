import { HistoryPage } from "../ui/history/HistoryPage"
import { InLanguage } from "../ui/language/InLanguage"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/row-details.css"
import "../ui/styles/training.css"
import "../ui/styles/timeline.css"
import "../ui/styles/history.css"

document.documentElement.dataset.view = "page"

export default function History() {
  return <InLanguage>{() => <HistoryPage />}</InLanguage>
}
