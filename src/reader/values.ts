import { outwards } from "./dom"
import type { ObservedValues } from "./observation"
import { around, type Unit } from "./outline"
import { amountIn, contains, type Hit, type Page, unitsIn } from "./page"
import { rupiah } from "./phrases"

/** More units than what belongs to one short text of the page. */
const MOST_NEAR = 14
const CARD = /^\d{4}(?:[ -]?\d{4}){3}$/
const MASKED_ACCOUNT = /[\s\d*x•.()-]+$/u

/** Finds something in the hit's own words, or in the smallest group around it that has it. */
type Finder<T> = (unit: Unit) => T | undefined

/** Which units may lend their value: those of the same card, or those that belong to no card and no payment. */
export type Allowed = (unit: Unit) => boolean

/** What the signal asks to be noted beside its words; `undefined` when something that it needs is not there. */
export function valuesOf(page: Page, hit: Hit, allowed: Allowed): ObservedValues | undefined {
  const { needs = [], takes = [], scope } = hit.signal
  const asked = new Set<string>([...needs, ...takes])
  const values: ObservedValues = {}
  const note = <Name extends keyof ObservedValues>(name: Name, value: ObservedValues[Name] | undefined) => {
    if (value !== undefined) values[name] = value
  }
  if (asked.has("amount")) note("amount", amountNear(page, hit, allowed))
  if (asked.has("card")) note("card", cardNear(page, hit, allowed))
  if (asked.has("provider")) note("provider", walletNear(page, hit, allowed))
  if (asked.has("date")) note("date", dateBeside(page, hit, allowed))
  for (const name of ["days", "n"] as const)
    if (asked.has(name) && hit.captures[name] !== undefined) values[name] = Number(hit.captures[name])
  const met = needs.every((need) => (need === "title" ? scope === "training" : values[need] !== undefined))
  return met ? values : undefined
}

/** In the words themselves, or in a small box that they share with it. */
function dateBeside(page: Page, hit: Hit, allowed: Allowed): string | undefined {
  const own = page.times(hit.unit.text).dates[0]
  if (own !== undefined) return own
  for (const group of around(hit.unit.group, 3))
    for (const unit of unitsIn(page, group)) {
      const date = allowed(unit) && !unit.long ? page.times(unit.text).dates[0] : undefined
      if (date !== undefined && page.shows(unit)) return date
    }
  return undefined
}

function amountNear(page: Page, hit: Hit, allowed: Allowed): number | undefined {
  if (hit.captures.amount !== undefined) return rupiah(hit.captures.amount)
  return near(page, hit, allowed, (unit) => amountIn(page, unit.text, 0))[0]
}

/** Sixteen digits, in one text or in four. */
function cardNear(page: Page, hit: Hit, allowed: Allowed): string | undefined {
  const { units } = page
  const digits = (text: string) => (CARD.test(text) ? text.replace(/\D/g, "") : undefined)
  if (hit.captures.card !== undefined) return hit.captures.card.replace(/\D/g, "")
  return near(page, hit, allowed, (unit) => {
    const own = digits(unit.text)
    if (own !== undefined || !/^\d{4}$/.test(unit.text)) return own
    const four = units.slice(unit.from, unit.from + 4).map(({ text }) => text)
    return digits(four.join(" "))
  })[0]
}

/** The one wallet named in the words or beside them; none when several are. */
function walletNear(page: Page, hit: Hit, allowed: Allowed): string | undefined {
  const own = page.walletsIn(hit.captures.any ?? "")
  if (own.length > 0) return own.length === 1 ? own[0] : undefined
  for (const group of around(hit.unit.group, MOST_NEAR)) {
    const named = new Set<string>()
    for (const unit of unitsIn(page, group)) {
      const wallet = contains(hit.unit, unit) || !allowed(unit) ? undefined : walletNamed(page, unit)
      if (wallet !== undefined) named.add(wallet)
    }
    for (const picture of page.pictures)
      if (outwards(picture.group.element, (at) => at === group.element))
        for (const wallet of page.walletsIn(picture.text)) named.add(wallet)
    if (named.size > 0) return named.size === 1 ? [...named][0] : undefined
  }
  return near(page, hit, allowed, (unit) => walletNamed(page, unit))[0]
}

/** A wallet's name alone, or before a masked account number. */
function walletNamed(page: Page, unit: Unit): string | undefined {
  if (unit.muted || unit.text.length > 60) return undefined
  const text = unit.text.replace(MASKED_ACCOUNT, "")
  return page.meanings({ text, dense: undefined }).find((one) => one.is === "wallet")?.wallet
}

/** All that is found in the smallest group that has any, what comes right after the words first. */
function near<T>(page: Page, hit: Hit, allowed: Allowed, find: Finder<T>): T[] {
  const free = (unit: Unit) => !unit.muted && !unit.long && !contains(hit.unit, unit) && allowed(unit)
  for (const group of around(hit.unit.group, MOST_NEAR)) {
    const units = [...unitsIn(page, group), ...page.wholes.filter((one) => contains(group, one))]
    const headings = units.filter((unit) => unit.heading && !contains(hit.unit, unit)).length
    if (headings > (hit.unit.heading ? 0 : 1)) break
    const found = [
      ...units.filter(({ from }) => from >= hit.unit.to),
      ...units.filter(({ to }) => to <= hit.unit.from),
    ]
      .filter(free)
      .flatMap((unit) => {
        const value = find(unit)
        return value !== undefined && page.shows(unit) ? [value] : []
      })
    if (found.length > 0) return found
  }
  return besides(page, hit, free, find)
}

/** Headings and their values may stand side by side without an element around them. */
function besides<T>(page: Page, hit: Hit, free: (unit: Unit) => boolean, find: Finder<T>): T[] {
  for (const unit of page.units.slice(hit.unit.to, hit.unit.to + 2)) {
    if (unit.heading) break
    const sameParent = unit.group.parent === hit.unit.group.parent || unit.group === hit.unit.group.parent
    const value = sameParent && free(unit) ? find(unit) : undefined
    if (value !== undefined && page.shows(unit)) return [value]
  }
  return []
}
