import type { ContactView } from "../messages/overview"
import { say } from "./language/words"
import { safeAddress } from "./pages"

/** Whom to ask, with a way to reach each. */
export function ContactLines({ contacts }: { contacts: readonly ContactView[] }) {
  if (contacts.length === 0) return null
  return (
    <div className="contacts">
      <strong>{say("contacts_heading")}</strong>
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span>{contact.name}</span>
            {ways(contact).map((way) => (
              <a key={way.href} href={way.href} target="_blank" rel="noreferrer">
                {way.text}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ways(contact: ContactView): { href: string; text: string }[] {
  const found: { href: string; text: string }[] = []
  const digits = (number: string) => number.replace(/[^\d+]/g, "")
  if (contact.phone) found.push({ href: `tel:${digits(contact.phone)}`, text: contact.phone })
  if (contact.whatsapp) {
    const number = digits(contact.whatsapp).replace("+", "")
    found.push({
      href: `https://wa.me/${number}`,
      text: say("contact_whatsapp", { number: contact.whatsapp }),
    })
  }
  if (contact.email) found.push({ href: `mailto:${contact.email}`, text: contact.email })
  const address = safeAddress(contact.url)
  if (address !== undefined) found.push({ href: address, text: new URL(address).host })
  return found
}
