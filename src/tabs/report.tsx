import { ReportPage } from "../ui/ReportPage"
import { language } from "../ui/words"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/report.css"

document.documentElement.lang = language()
document.documentElement.dataset.view = "page"

export default function ReportOfPage() {
  const tab = new URLSearchParams(location.search).get("tab")
  return <ReportPage tab={tab !== null && /^\d{1,15}$/.test(tab) ? Number(tab) : undefined} />
}
