import type { Programme } from "../programmes/schema"
import type { Overview } from "./overview"

/** What the pages show of the programme itself, whoever it is shown to. */
export function programmeView(
  programme: Programme,
): Pick<
  Overview,
  "programme" | "links" | "contacts" | "prerequisites" | "wallets" | "linkingFailures" | "advice" | "waves"
> {
  const { name, checkedOn, zone, zoneLabel, waves } = programme
  const { first, last, years } = waves
  return {
    programme: { name, checkedOn, zone, zoneLabel },
    links: programme.links,
    contacts: programme.contacts.map(({ source: _, ...contact }) => contact),
    prerequisites: programme.prerequisites.map(({ id, check = false, eWalletOnly = false, source }) => ({
      id,
      check,
      eWalletOnly,
      source,
    })),
    wallets: programme.wallets.map(({ id, name, kind, tier, contact }) => ({
      id,
      name,
      kind,
      contact,
      ...(tier && { tier }),
    })),
    linkingFailures: programme.linkingFailures.map(({ signal: _, ...failure }) => failure),
    advice: programme.advice,
    waves: { first, last, years: years.map(({ from, to, year }) => ({ from, to, year })) },
  }
}
