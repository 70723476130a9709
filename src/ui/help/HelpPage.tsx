import { ContactLines } from "../ContactLines"
import { say } from "../language/words"
import { OwnPage } from "../OwnPage"
import { OWN_PAGES } from "../pages"
import { useCommonSession } from "../session"
import { HelpPermissions } from "./HelpPermissions"
import { HelpSteps } from "./HelpSteps"
import { HelpTroubles } from "./HelpTroubles"

const PARTS = [
  ["steps", "help_steps_heading"],
  ["troubles", "help_troubles_heading"],
  ["permissions", "help_permissions_heading"],
  ["contacts", "help_contacts_heading"],
  ["privacy", "privacy_heading"],
] as const

/** What is what, what to do when something is wrong, and whom to ask. */
export function HelpPage() {
  return (
    <OwnPage
      heading={say("help_heading")}
      forAnybody
      contents={PARTS.map(([id, heading]) => ({ id, label: say(heading) }))}
    >
      <HelpSteps />
      <HelpTroubles />
      <HelpPermissions />
      <HelpContacts />
      <section className="panel help" id="privacy" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{say("privacy_heading")}</h2>
        <p>{say("privacy")}</p>
        <p>
          <a href={`/${OWN_PAGES.privacy}`}>{say("help_privacy_more")}</a>
        </p>
      </section>
    </OwnPage>
  )
}

function HelpContacts() {
  const { contacts } = useCommonSession().overview
  return (
    <section className="panel help" id="contacts" aria-labelledby="contacts-heading">
      <h2 id="contacts-heading">{say("help_contacts_heading")}</h2>
      <p>{say("help_contacts_text")}</p>
      <ContactLines contacts={contacts} />
      <p>{say("never_asked")}</p>
    </section>
  )
}
