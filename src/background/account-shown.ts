import type { PageMessage } from "../messages/page-messages"
import type { Programme } from "../programmes/schema"
import type { Site } from "../programmes/schema-sites"
import type { Shown } from "../storage/accounts"
import type { JejakDatabase } from "../storage/database"
import { fingerprintOf } from "./fingerprint"

/** One thing that a content script has seen. */
export type Observed = Extract<PageMessage, { type: "page-read" }>["observations"][number]

/**
 * What a page shows of the account that is logged in, as fingerprints. What stands in it for nobody in particular, and
 * several addresses or several names on one page, tell nothing.
 */
export async function accountShown(
  database: JejakDatabase,
  observations: readonly Observed[],
  { contacts }: Programme,
  { nobody, signals }: Site,
): Promise<Shown[]> {
  const readable = new Set(signals.map(({ id }) => id))
  const values = observations.flatMap((one) => (readable.has(one.signal) && one.values) || [])
  const offices = new Set(contacts.flatMap(({ email }) => (email ? [plain(email)] : [])))
  const { names = [], domains = [], mailboxes = [] } = nobody ?? {}
  const isOffice = (email: string) => {
    const at = email.lastIndexOf("@")
    const domain = `.${email.slice(at + 1)}`
    return (
      offices.has(email) ||
      mailboxes.includes(email.slice(0, at)) ||
      domains.some((office) => domain.endsWith(`.${office}`))
    )
  }
  const only = (found: readonly string[]) => {
    const different = [...new Set(found)]
    return different.length === 1 ? different : []
  }
  const emails = values.flatMap(({ email }) => (email ? [plain(email)] : []))
  const greeted = values.flatMap(({ name }) => (name ? [plain(name)] : []))
  const texts: { kind: Shown["kind"]; text: string }[] = [
    // As the card number of a fact, so that one is known by the other.
    ...only(values.flatMap(({ card }) => card ?? [])).map((text) => ({ kind: "card" as const, text })),
    ...only(emails.filter((email) => !isOffice(email))).map((email) => ({
      kind: "email" as const,
      text: `email ${email}`,
    })),
    ...only(greeted.filter((name) => !names.includes(name))).map((name) => ({
      kind: "name" as const,
      text: `name ${name}`,
    })),
  ]
  return Promise.all(
    texts.map(async ({ kind, text }) => ({ kind, fingerprint: await fingerprintOf(database, text) })),
  )
}

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase()
