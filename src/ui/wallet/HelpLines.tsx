import { ContactLines } from "../ContactLines"
import { say } from "../language/words"
import { useSession } from "../session"
import { chosenWallet } from "./chosenWallet"

/** The help line of the chosen wallet, or of all of them, and the programme's own complaint form. */
export function HelpLines() {
  const session = useSession()
  const { overview } = session
  const wallet = chosenWallet(session)
  const wanted = (wallet ? [wallet] : overview.wallets).map(({ contact }) => contact)
  const complaint = overview.contacts.filter(
    ({ url }) => url !== undefined && url === overview.links.complaint,
  )
  const contacts = [...overview.contacts.filter(({ id }) => wanted.includes(id)), ...complaint]
  return (
    <section className="panel help-lines" aria-label={say("contacts_heading")}>
      <ContactLines contacts={contacts} />
    </section>
  )
}
