import browser from "webextension-polyfill"
import { formatDate } from "../language/formats"
import { say } from "../language/words"
import { OWN_PAGES } from "../pages"
import { useCommonSession } from "../session"

/** What Jejak is and what it is not, and whose rules it goes by. */
export function About() {
  const { programme } = useCommonSession().overview
  return (
    <section className="panel about" id="about" aria-labelledby="about-heading">
      <h2 id="about-heading">{say("about_heading")}</h2>
      <p>{say("about_what")}</p>
      <p>{say("about_not")}</p>
      <dl>
        <dt>{say("about_version")}</dt>
        <dd>{browser.runtime.getManifest().version}</dd>
        <dt>{say("about_rules")}</dt>
        <dd>{say("about_rules_of", { programme: programme.name, date: formatDate(programme.checkedOn) })}</dd>
        <dt>{say("about_licence")}</dt>
        <dd>{say("about_licence_text")}</dd>
      </dl>
      <p>{say("about_sources")}</p>
      <p className="own-page-links">
        <a href={`/${OWN_PAGES.help}`}>{say("help_page_open")}</a>
        <a href={`/${OWN_PAGES.privacy}`}>{say("privacy_page_open")}</a>
        <a href={`/${OWN_PAGES.licences}`}>{say("about_licences_open")}</a>
      </p>
    </section>
  )
}
