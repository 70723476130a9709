import { Welcome } from "../ui/Welcome"
import { language } from "../ui/words"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/welcome.css"

document.documentElement.lang = language()
document.documentElement.dataset.view = "page"

export default function WelcomePage() {
  return <Welcome edit={new URLSearchParams(location.search).has("edit")} />
}
