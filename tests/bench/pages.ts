import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Made } from "../browser/server"
import { DASHBOARD } from "../browser/world"

/*
 * Pages of the practised dashboard that only measurements need: as many trainings and rows as are asked for, drawn by a script of the
 * page's own, as a single-page app draws them. The script uses no promise, so that what promises call back on this page is the
 * extension's (`trace.ts`). The page asks for nothing else, not even a picture.
 */

interface Wanted {
  trainings: number
  /** Of history, under the trainings; each has three pieces of text. */
  rows: number
  /** An amount that this page alone shows. */
  amount: number
  /** Which trainings: the number of the first. */
  from: number
  /** So many cells of the history change each second. */
  changes: number
}

const draw = readFileSync(fileURLToPath(new URL("probe/dashboard.js", import.meta.url)), "utf8")

const PATH = "/pelatihan-saya"
const MARK = "bench"

/** Pieces of visible text in a row of history, in a training's card, and around them. */
const TEXTS = { row: 3, card: 11, around: 7 }

/** As many rows of history as bring a page with so many trainings to so many pieces of visible text. */
export function rowsFor(texts: number, trainings = 20): number {
  return Math.round((texts - TEXTS.around - trainings * TEXTS.card) / TEXTS.row)
}

/** The address of a page that shows that. By default 20 trainings and 80 rows of history: 300 rows. */
export function benchPage(wanted: Partial<Wanted> = {}): string {
  const { trainings = 20, rows = 80, amount = 3_500_000, from = 0, changes = 0 } = wanted
  return `${DASHBOARD}${PATH}?${MARK}=${[trainings, rows, amount, from, changes].join("-")}`
}

/** What the practice server shows at these addresses. */
export const madePage: Made = (url) => {
  const asked = url.searchParams.get(MARK)
  if (url.pathname !== PATH || asked === null) return undefined
  const [trainings = 0, rows = 0, amount = 0, from = 0, changes = 0] = asked.split("-").map(Number)
  return { type: "text/html", text: html({ trainings, rows, amount, from, changes }) }
}

function html(wanted: Wanted): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>SIMULASI · Dasbor</title>
<link rel="icon" href="data:,">
<style>body{font:15px sans-serif;margin:0}main{padding:1rem}li{border:1px solid #ccc;margin:8px;padding:8px}tr>*{padding:2px 8px}</style>
</head><body><div id="root"></div><script>globalThis.wanted = ${JSON.stringify(wanted)}
${draw}</script></body></html>`
}
