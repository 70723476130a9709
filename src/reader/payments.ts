import { around, type Group, type Unit } from "./outline"
import { amountIn, type Hit, hitsIn, type Page, unitsIn } from "./page"
import { rupiah } from "./phrases"
import { likeSiblings, repeats } from "./shape"

/** One payment: an amount and its state, with its date where the page gives one. */
export interface Payment {
  from: number
  to: number
  hits: Hit[]
  amount: number
  date: string | undefined
  /** 1-based among the page's payments of the same amount, oldest first. */
  ordinal: number
}

const MOST_UNITS = 16
const MOST_LABEL_WORDS = 4

interface Row {
  group: Group
  hits: Hit[]
  amount: number
  date: string | undefined
}

/** Rows that hold a payment's state beside an amount, and a date or others like them. Amounts in sentences are none. */
export function paymentsOf(page: Page, mayBe: (row: Group) => boolean): Payment[] {
  const rows = new Map<Group, Row>()
  for (const hit of hitsIn(page, { from: 0, to: page.units.length }, "payment")) {
    const row = rowAround(page, hit)
    if (!row || !mayBe(row.group)) continue
    const known = rows.get(row.group)
    if (known) known.hits.push(hit)
    else rows.set(row.group, row)
  }
  const parents = new Map([...rows.values()].map(({ group }) => [group.parent, group]))
  for (const group of parents.values()) addSilentRows(page, group, rows)
  const ordered = [...rows.values()].sort((a, b) => byDate(a, b) || a.group.from - b.group.from)
  const counts = new Map<number, number>()
  const payments: Payment[] = []
  for (const { group, hits: own, amount, date } of ordered) {
    const ordinal = (counts.get(amount) ?? 0) + 1
    counts.set(amount, ordinal)
    payments.push({ from: group.from, to: group.to, hits: own, amount, date, ordinal })
  }
  return payments.sort((a, b) => a.from - b.from)
}

/** What has no date yet comes last. */
function byDate(a: Row, b: Row): number {
  return (a.date ?? "9999").localeCompare(b.date ?? "9999")
}

function rowAround(page: Page, hit: Hit): Row | undefined {
  let row: Row | undefined
  for (const group of around(hit.unit.group, MOST_UNITS)) {
    const units = unitsIn(page, group)
    const states = hitsIn(page, group, "payment")
    if (states.some((state) => state.signal !== hit.signal)) break
    const amounts = units.filter((unit) => amountOf(page, unit) !== undefined)
    const own = hit.captures.amount
    if (amounts.length === 0 && own === undefined) continue
    if (row && (amounts.length > 1 || states.length > 1)) break
    if (states.length > 1 && amounts.length > 1) break
    const amount = own === undefined ? nearest(page, amounts, hit.unit) : rupiah(own)
    if (amount === undefined) continue
    row ??= { group, hits: [hit], amount, date: undefined }
    row.date = dateIn(page, hit, units)
    if (row.date !== undefined) {
      row.group = group
      return row
    }
    if (repeats(page, group)) return { ...row, group }
  }
  return row
}

function amountOf(page: Page, unit: Unit): number | undefined {
  return unit.muted || unit.long ? undefined : amountIn(page, unit.text, MOST_LABEL_WORDS)
}

function nearest(page: Page, amounts: Unit[], to: Unit): number | undefined {
  const sorted = [...amounts].sort((a, b) => Math.abs(a.from - to.from) - Math.abs(b.from - to.from))
  const shown = sorted.find((unit) => page.shows(unit))
  return shown && amountOf(page, shown)
}

/** The words' own date, else the latest in the row: a payment's day comes after the day it was asked for. */
function dateIn(page: Page, hit: Hit, units: readonly Unit[]): string | undefined {
  const own = page.times(hit.unit.text).dates
  if (own.length > 0) return own[own.length - 1]
  const dates = units.flatMap((unit) => {
    const found = unit.long || unit.muted ? [] : page.times(unit.text).dates
    return found.length > 0 && page.shows(unit) ? found : []
  })
  return dates.sort()[dates.length - 1]
}

/** A like row whose state is not known still has its place in the order. */
function addSilentRows(page: Page, group: Group, rows: Map<Group, Row>): void {
  for (const other of likeSiblings(page, group)) {
    if (rows.has(other)) continue
    const units = unitsIn(page, other)
    const amounts = units.flatMap((unit) => amountOf(page, unit) ?? [])
    const dates = units.flatMap((unit) => (unit.long ? [] : page.times(unit.text).dates)).sort()
    const amount = amounts[0]
    if (amounts.length === 1 && amount !== undefined)
      rows.set(other, { group: other, hits: [], amount, date: dates[dates.length - 1] })
  }
}
