import { around, type Group, type Unit } from "./outline"
import { amountIn, datesIn, type Hit, hitsIn, type Page, unitsIn } from "./page"
import { rupiah } from "./phrases"
import { likeSiblings, repeats } from "./shape"
import { chosen, type Turns } from "./turns"

/** One row: an amount and its state, with its date where the page gives one. */
export interface Payment {
  group: Group
  hits: Hit[]
  amount: number
  date: string | undefined
  /** 1-based among the page's payments of the same amount, oldest first. */
  ordinal: number
}

const MOST_UNITS = 16
/** As many payments of one amount as can be told apart. */
const MOST_OF_AN_AMOUNT = 1000
const MOST_LABEL_WORDS = 4

/** Rows that hold a payment's state beside an amount, and a date or others like them. Amounts in sentences are none. */
export function* paymentsOf(page: Page, mayBe: (row: Group) => boolean): Turns<Payment[]> {
  const rows = new Map<Group, Payment>()
  for (const hit of hitsIn(page, { from: 0, to: page.units.length }, "payment")) {
    yield
    const row = rowAround(page, hit)
    if (!row || !mayBe(row.group)) continue
    const known = rows.get(row.group)
    if (known) known.hits.push(hit)
    else rows.set(row.group, row)
  }
  const parents = new Map([...rows.keys()].map((group) => [group.parent, group]))
  for (const group of parents.values()) yield* addSilentRows(page, group, rows)
  const byPlace = [...rows.values()].sort((a, b) => a.group.from - b.group.from)
  const counts = new Map<number, number>()
  // What has no date yet comes last.
  for (const row of byPlace.toSorted((a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999"))) {
    row.ordinal = (counts.get(row.amount) ?? 0) + 1
    counts.set(row.amount, row.ordinal)
  }
  return byPlace.filter(({ ordinal }) => ordinal <= MOST_OF_AN_AMOUNT)
}

function rowAround(page: Page, hit: Hit): Payment | undefined {
  const own = hit.captures.amount
  let amount: number | undefined
  let smallest: Group | undefined
  for (const group of around(hit.unit.group, MOST_UNITS)) {
    const units = unitsIn(page, group)
    const states = hitsIn(page, group, "payment")
    if (states.some((state) => state.described !== hit.described)) break
    const amounts = units.filter((unit) => amountOf(page, unit) !== undefined)
    if (amounts.length > 1 ? smallest || states.length > 1 : smallest && states.length > 1) break
    amount ??= own === undefined ? nearest(page, amounts, hit.unit) : rupiah(own)
    if (amount === undefined) continue
    smallest ??= group
    const date = dateIn(page, hit, units)
    const row = { hits: [hit], amount, date, ordinal: 0 }
    if (date !== undefined) return { ...row, group }
    if (repeats(page, group)) return { ...row, group }
  }
  return smallest && amount !== undefined
    ? { group: smallest, hits: [hit], amount, date: undefined, ordinal: 0 }
    : undefined
}

function amountOf(page: Page, unit: Unit): number | undefined {
  return unit.muted || unit.long ? undefined : amountIn(page, unit.text, MOST_LABEL_WORDS)
}

function nearest(page: Page, amounts: Unit[], to: Unit): number | undefined {
  const sorted = amounts.toSorted((a, b) => Math.abs(a.from - to.from) - Math.abs(b.from - to.from))
  const shown = sorted.find(page.shows)
  return shown && amountOf(page, shown)
}

/** The words' own date, else the latest in the row: a payment's day comes after the day it was asked for. */
function dateIn(page: Page, hit: Hit, units: readonly Unit[]): string | undefined {
  return datesIn(page, hit.unit).at(-1) ?? latest(page, units, page.shows)
}

function latest(page: Page, units: readonly Unit[], counts: (unit: Unit) => boolean): string | undefined {
  return units
    .flatMap((unit) => {
      const dates = unit.muted ? [] : datesIn(page, unit)
      return dates.length > 0 && counts(unit) ? dates : []
    })
    .sort()
    .at(-1)
}

/** A like row whose state is not known still has its place in the order. */
function* addSilentRows(page: Page, like: Group, rows: Map<Group, Payment>): Turns<void> {
  yield* chosen(yield* likeSiblings(page, like), (group) => {
    if (rows.has(group)) return
    const units = unitsIn(page, group)
    const [amount, ...others] = units.flatMap((unit) => amountOf(page, unit) ?? [])
    if (amount !== undefined && others.length === 0)
      rows.set(group, { group, hits: [], amount, date: latest(page, units, () => true), ordinal: 0 })
  })
}
