import { placeLabels } from "./labels"
import type { LayoutWords } from "./layout-words"
import type { MarkState, Timeline, TimelineMark, TimelineRow } from "./marks"
import { BAR, type Layout, type PlacedMark, type PlacedRow, type PlacedTick, type Span } from "./placed"
import { ticksOf } from "./ticks"

/*
 * Where everything of the picture stands, in pixels of a picture as wide as its place. Nothing here knows the page:
 * words come in, positions go out.
 */

const DAY = 86_400_000
const SIDE = 12
const HEAD = 46
const TITLE = 24
const MARK = 16
const LABEL = 16
const GAP = 16
/** A last moment that is much later than all else would press everything else together. */
const FAR = 45 * DAY
/** Later ones stand at the edge, a little apart from the rest. */
const EDGE = 18
const TICK_WIDTH = 58

const PRESSING: readonly MarkState[] = ["over", "done", "coming", "missed"]

/** @param width pixels, of the whole picture */
export function layOut({ rows, now }: Timeline, width: number, words: LayoutWords): Layout {
  const { from, to, far } = reach(rows, now)
  const right = width - SIDE - (far ? EDGE : 0)
  const x = (at: number) => SIDE + Math.min(1, Math.max(0, (at - from) / (to - from))) * (right - SIDE)
  const mark = (at: number) => (at > to ? width - SIDE : x(at))
  const placed: PlacedRow[] = []
  let top = HEAD
  for (const row of rows) {
    const next = placeRow(row, top, { x, mark, to, width, words })
    placed.push(next)
    top += next.height + GAP
  }
  const bottom = Math.max(HEAD, top - GAP)
  const ticks = ticksOf(from, to, Math.max(1, Math.floor((right - SIDE) / TICK_WIDTH)))
  return {
    width,
    height: bottom + 10,
    top: HEAD - 8,
    bottom,
    months: monthsOf(from, to, x),
    ticks: withoutOverlap(
      ticks.map((tick) => ({ ...tick, x: x(tick.at), text: words.tick(tick) })),
      width,
      words,
    ),
    today: todayAt(x(now), words, width),
    rows: placed,
  }
}

/** From the first moment that is shown to the last; some last moments may be further away. */
function reach(rows: readonly TimelineRow[], now: number): { from: number; to: number; far: boolean } {
  const marks = rows.flatMap((row) => row.marks)
  const fixed = [
    now,
    ...rows.flatMap(({ bar, schedule }) => [bar?.from, bar?.to, schedule?.from, schedule?.to]),
    ...marks.filter(({ kind }) => kind !== "deadline" && kind !== "opening").map(({ at }) => at),
    ...marks.filter(({ at }) => at <= now).map(({ at }) => at),
  ].filter((at) => at !== undefined)
  const horizon = Math.max(...fixed) + FAR
  const within = [...fixed, ...marks.map(({ at }) => at).filter((at) => at <= horizon)]
  return {
    from: Math.min(...within) - DAY,
    to: Math.max(...within) + DAY,
    far: marks.some(({ at }) => at > horizon),
  }
}

interface Place {
  x(at: number): number
  mark(at: number): number
  to: number
  width: number
  words: LayoutWords
}

function placeRow(row: TimelineRow, top: number, { x, mark, to, width, words }: Place): PlacedRow {
  const span = (from: number, until: number): Span => ({ x: x(from), width: Math.max(2, x(until) - x(from)) })
  const { bar, schedule } = row
  const lineY = top + TITLE + BAR / 2
  const meetings = row.marks.filter(({ kind }) => kind === "meeting")
  const points = row.marks.filter(({ kind }) => kind !== "meeting")
  const onBar = points.filter(({ kind }) => bar && kind === "step")
  const below = points.filter((point) => !onBar.includes(point))
  const group = (marks: readonly TimelineMark[], y: number) => grouped(marks, (at) => mark(at), to, y)
  const belowY = bar ? lineY + BAR / 2 + MARK / 2 + 3 : lineY
  const marks = [...group(onBar, lineY), ...group(below, belowY)]
  const labelled = marks.filter(({ lead }) => words.label(lead).length > 0 && (!bar || lead.kind !== "step"))
  const { labels, lanes } = placeLabels(labelled, {
    width,
    top: belowY + MARK / 2 + 2,
    lane: LABEL,
    words,
  })
  const bottom =
    (below.length > 0 || !bar ? belowY + MARK / 2 : lineY + BAR / 2) + lanes * LABEL + (lanes ? 2 : 0)
  const last = Math.max(
    ...[schedule?.to, ...meetings.map(({ at }) => at)].filter((at) => at !== undefined),
    0,
  )
  const [first, end] = [marks[0], marks.at(-1)]
  return {
    row,
    top,
    height: bottom - top,
    titleY: top,
    lineY,
    ...(bar && { bar: { ...span(bar.from, bar.to), ended: bar.ended } }),
    ...(bar && last > bar.to && { planned: span(bar.to, last) }),
    ...(schedule && { schedule: span(schedule.from, schedule.to) }),
    ...(!bar && first && end && { trail: { x: first.x, width: end.x - first.x } }),
    meetings: meetings.map((meeting) => ({ x: x(meeting.at), mark: meeting })),
    marks,
    labels,
  }
}

/** Marks of one height, from left to right, those that would cover one another as one. */
function grouped(
  marks: readonly TimelineMark[],
  x: (at: number) => number,
  to: number,
  y: number,
): PlacedMark[] {
  const groups: PlacedMark[] = []
  for (const mark of marks) {
    const last = groups.at(-1)
    const at = x(mark.at)
    if (last && at - last.x < MARK) {
      last.marks.push(mark)
      if (PRESSING.indexOf(mark.state) > PRESSING.indexOf(last.lead.state)) last.lead = mark
    } else groups.push({ x: at, y, marks: [mark], lead: mark, beyond: mark.at > to })
  }
  return groups
}

/** Every other month, for a ground on which the eye can tell them apart. */
function monthsOf(from: number, to: number, x: (at: number) => number): Span[] {
  const first = new Date(from)
  const month = (n: number) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n, 1)
  const spans: Span[] = []
  for (let n = first.getUTCMonth() % 2; month(n) < to; n += 2)
    spans.push({ x: x(month(n)), width: Math.max(0, x(month(n + 1)) - x(month(n))) })
  return spans
}

/** The words at the ticks begin at them; one that would not fit beside the one before, or in the picture, is left out. */
function withoutOverlap(ticks: PlacedTick[], width: number, words: LayoutWords): PlacedTick[] {
  const kept: PlacedTick[] = []
  for (const tick of ticks) {
    const last = kept.at(-1)
    const free = last ? last.x + words.width(last.text) + 8 : 0
    if (tick.x >= free && tick.x + words.width(tick.text) + 3 <= width) kept.push(tick)
  }
  return kept
}

function todayAt(x: number, { today, width: widthOf }: LayoutWords, width: number): Layout["today"] {
  const labelWidth = Math.min(width, widthOf(today, true) + 20)
  return { x, text: today, labelWidth, labelX: Math.min(Math.max(0, x - labelWidth / 2), width - labelWidth) }
}
