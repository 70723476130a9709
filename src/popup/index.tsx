import { Home } from "../ui/journey/Home"
import { InLanguage } from "../ui/language/InLanguage"
import { inToolbarPopup } from "../ui/pages"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/page.css"
import "../ui/styles/account.css"
import "../ui/styles/next-step.css"
import "../ui/styles/warnings.css"
import "../ui/styles/money.css"
import "../ui/styles/around.css"
import "../ui/styles/backup.css"
import "../ui/styles/sites.css"
import "../ui/styles/row.css"
import "../ui/styles/row-details.css"
import "../ui/styles/training.css"
import "../ui/styles/same.css"

document.documentElement.dataset.view = inToolbarPopup() ? "popup" : "page"

export default function Popup() {
  return <InLanguage>{() => <Home tab={globalThis.jejakPainted?.verdict} />}</InLanguage>
}
