import { InLanguage } from "../ui/language/InLanguage"
import { ReportPage } from "../ui/report/ReportPage"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/report.css"

document.documentElement.dataset.view = "page"

export default function ReportOfPage() {
  const tab = new URLSearchParams(location.search).get("tab")
  const number = tab !== null && /^\d{1,15}$/.test(tab) ? Number(tab) : undefined
  return <InLanguage>{() => <ReportPage tab={number} />}</InLanguage>
}
