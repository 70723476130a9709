import type { ObservedValues } from "./observation"
import { around, type Group, type Unit } from "./outline"
import { amountIn, contains, datesIn, type Hit, type Page, unitsIn } from "./page"
import { rupiah } from "./phrases"

/** More units than what belongs to one short text of the page. */
const MOST_NEAR = 14
/** As many units has a small box that a date shares with the words that it dates. */
const MOST_WITH_DATE = 3
const CARD = /^\d{4}(?:[ -]?\d{4}){3}$/
const MASKED_ACCOUNT = /[\s\d*x•.()-]+$/u

/** Which units may lend their value: those of the same card, or those that belong to no card and no payment. */
export type Allowed = (unit: Unit) => boolean

/** What the signal asks to be noted beside its words; `undefined` when something that it needs is not there. */
export function valuesOf(page: Page, hit: Hit, allowed: Allowed): ObservedValues | undefined {
  const { needs = [], takes = [], scope } = hit.described
  const values: ObservedValues = {}
  const asked: readonly string[] = [...needs, ...takes]
  for (const name of NAMES) {
    const value = asked.includes(name) ? valueNamed(page, hit, allowed, name) : undefined
    if (value !== undefined) Object.assign(values, { [name]: value })
  }
  const met = needs.every((need) => (need === "title" ? scope === "training" : values[need] !== undefined))
  return met ? values : undefined
}

/** In the order in which they are noted. */
const NAMES = ["amount", "card", "provider", "date", "days", "n", "name", "email"] as const

function valueNamed(
  page: Page,
  hit: Hit,
  allowed: Allowed,
  name: (typeof NAMES)[number],
): string | number | undefined {
  const { captures, unit } = hit
  const nearest = <T>(find: (unit: Unit) => T | undefined, most = MOST_NEAR) =>
    near(page, hit, allowed, most, find)[0]
  if (name === "amount")
    return captures.amount ? rupiah(captures.amount) : nearest((one) => amountIn(page, one.text, 0))
  if (name === "card") return captures.card?.replace(/\D/g, "") ?? nearest((one) => cardIn(page, one))
  if (name === "provider") return walletOf(page, hit, allowed)
  if (name === "date")
    return datesIn(page, unit)[0] ?? nearest((one) => datesIn(page, one)[0], MOST_WITH_DATE)
  const captured = captures[name]
  return captured && /^(?:days|n)$/.test(name) ? Number(captured) : captured
}

/** Sixteen digits, in one text or in four. */
function cardIn({ units }: Page, { text, from }: Unit): string | undefined {
  const four = units.slice(from, from + 4).map((unit) => unit.text)
  const digits = /^\d{4}$/.test(text) ? four.join(" ") : text
  return CARD.test(digits) ? digits.replace(/\D/g, "") : undefined
}

/** The one wallet named in the words or beside them, by a picture too; none when several are. */
function walletOf(page: Page, hit: Hit, allowed: Allowed): string | undefined {
  const own = page.walletsIn(hit.captures.any ?? "")
  const pictured = ({ pictures = [] }: Group) => pictures.flatMap(page.walletsIn)
  const named = own.length
    ? own
    : near(page, hit, allowed, MOST_NEAR, (unit) => walletIn(page, unit), pictured)
  return new Set(named).size === 1 ? named[0] : undefined
}

/** A wallet's name alone, or before a masked account number. */
function walletIn(page: Page, unit: Unit): string | undefined {
  const text = unit.text.replace(MASKED_ACCOUNT, "")
  return page.meanings({ text }).find((one) => one.is === "wallet")?.wallet
}

/** All that is found in the smallest group that has any, what comes right after the words first. */
function near<T>(
  page: Page,
  { unit: { group: own, heading, from, to } }: Hit,
  allowed: Allowed,
  most: number,
  find: (unit: Unit) => T | undefined,
  besides: (group: Group) => T[] = () => [],
): T[] {
  const foundIn = (units: readonly Unit[]) =>
    units.flatMap((unit) => {
      const value = unit.muted || unit.long || !allowed(unit) ? undefined : find(unit)
      return value !== undefined && page.shows(unit) ? [value] : []
    })
  for (const group of around(own, most)) {
    const units = unitsIn(page, group)
    const wholes = units.flatMap((unit) => page.wholesFrom[unit.from] ?? [])
    const others = [...units, ...wholes].filter(
      (unit) => contains(group, unit) && (unit.from >= to || unit.to <= from),
    )
    if (others.filter((unit) => unit.heading).length > (heading ? 0 : 1)) break
    const [after, before] = [
      others.filter((unit) => unit.from >= to),
      others.filter((unit) => unit.to <= from),
    ]
    const found = [...foundIn([...after, ...before]), ...besides(group)]
    if (found.length > 0) return found
  }
  // Headings and their values may stand side by side without an element around them.
  const next = page.units.slice(to, to + 2)
  const end = next.findIndex((unit) => unit.heading)
  return foundIn(
    next
      .slice(0, end < 0 ? 2 : end)
      .filter((unit) => unit.group.parent === own.parent || unit.group === own.parent),
  )
}
