import { InLanguage } from "../ui/language/InLanguage"
import { Welcome } from "../ui/people/Welcome"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/welcome.css"

document.documentElement.dataset.view = "page"

export default function WelcomePage() {
  const asked = new URLSearchParams(location.search)
  return (
    <InLanguage>
      {() => (
        <Welcome
          edit={asked.has("edit")}
          another={asked.has("new")}
          account={asked.get("account") ?? undefined}
        />
      )}
    </InLanguage>
  )
}
