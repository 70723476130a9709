import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { layOut } from "./layout"
import type { LayoutWords } from "./layout-words"
import type { Timeline, TimelineMark, TimelineRow } from "./marks"
import type { Layout, PlacedLabel } from "./placed"

const DAY = 86_400_000
const START = Date.UTC(2024, 6, 1, 12)

const words: LayoutWords = {
  today: "Hari ini, 13 Jul",
  tick: ({ at, kind }) => `${kind} ${new Date(at).getUTCDate()}`,
  label: ({ kind, key }) => (kind === "meeting" ? [] : [`${key} dengan nama yang panjang`, key.slice(0, 6)]),
  width: (text) => text.length * 7,
}

const days = fc.integer({ min: 0, max: 500 }).map((day) => START + day * DAY)
const anyMark = (n: number) =>
  fc.record({
    key: fc.constant(`m${n}`),
    kind: fc.constantFrom<TimelineMark["kind"]>("step", "deadline", "opening", "meeting", "money"),
    step: fc.constant("review" as const),
    state: fc.constantFrom<TimelineMark["state"]>("done", "coming", "missed", "over"),
    at: days,
    when: fc.constant("2024-07-01"),
  })
const marks = fc
  .integer({ min: 0, max: 14 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyMark(n))))
  .map((all) => all.sort((a, b) => a.at - b.at))
const row = fc.record(
  {
    kind: fc.constantFrom<TimelineRow["kind"]>("training", "person", "money"),
    id: fc.uuid(),
    marks,
    bar: fc.tuple(days, days, fc.boolean()).map(([a, b, ended]) => ({
      from: Math.min(a, b),
      to: Math.max(a, b),
      ended,
    })),
    schedule: fc.tuple(days, days).map(([a, b]) => ({
      from: Math.min(a, b),
      to: Math.max(a, b),
      starts: "",
      ends: "",
    })),
  },
  { requiredKeys: ["kind", "id", "marks"] },
)
const timelines = fc.record({ rows: fc.array(row, { maxLength: 6 }), now: days })
const widths = fc.integer({ min: 200, max: 1200 })

const boxes = ({ labels }: { labels: readonly PlacedLabel[] }) =>
  labels.map(({ x, y, width }) => ({ from: x, to: x + width, y }))

function holds(check: (layout: Layout, timeline: Timeline, width: number) => void): void {
  fc.assert(
    fc.property(timelines, widths, (timeline, width) =>
      check(layOut(timeline, width, words), timeline, width),
    ),
  )
}

describe("the layout of the picture", () => {
  it("keeps everything inside, each row below the one before", () => {
    holds(({ rows, ticks, today, height }, _, width) => {
      const inside = (x: number) => expect(x).toSatisfy((at: number) => at >= 0 && at <= width)
      let bottom = 0
      for (const placed of rows) {
        expect(placed.top).toBeGreaterThanOrEqual(bottom)
        bottom = placed.top + placed.height
        for (const { x, y } of placed.marks) {
          inside(x - 8)
          inside(x + 8)
          expect(y).toBeLessThanOrEqual(bottom)
          expect(y).toBeGreaterThan(placed.top)
        }
        for (const span of [placed.bar, placed.planned, placed.schedule, placed.trail])
          for (const x of span ? [span.x, span.x + span.width] : []) inside(x)
        for (const { x } of placed.meetings) inside(x)
        for (const { from, to, y } of boxes(placed)) {
          inside(from)
          inside(to)
          expect(y + 16).toBeLessThanOrEqual(bottom + 1)
        }
      }
      expect(bottom).toBeLessThanOrEqual(height)
      for (const { x } of ticks) inside(x)
      inside(today.labelX)
      inside(today.labelX + today.labelWidth)
      inside(today.x)
    })
  })

  it("shows every mark once, in the order of time", () => {
    holds(({ rows }, timeline) => {
      for (const [index, placed] of rows.entries()) {
        const shown = [
          ...placed.marks.flatMap((mark) => mark.marks),
          ...placed.meetings.map(({ mark }) => mark),
        ]
        expect(shown.map(({ key }) => key).sort()).toEqual(
          timeline.rows[index]?.marks.map(({ key }) => key).sort(),
        )
        for (const y of new Set(placed.marks.map((mark) => mark.y))) {
          const lane = placed.marks.filter((mark) => mark.y === y)
          for (const [n, mark] of lane.entries()) {
            const before = lane[n - 1]
            if (!before) continue
            expect(mark.x - before.x).toBeGreaterThanOrEqual(16)
            expect(mark.marks[0]?.at).toBeGreaterThanOrEqual(before.marks.at(-1)?.at ?? 0)
          }
        }
      }
    })
  })

  it("lets no label cover another, nor two ticks' words meet", () => {
    holds(({ rows, ticks }) => {
      for (const placed of rows) {
        const all = boxes(placed)
        for (const [n, one] of all.entries())
          for (const other of all.slice(n + 1))
            expect(one.y !== other.y || one.to < other.from || other.to < one.from).toBe(true)
      }
      for (const [n, tick] of ticks.entries()) {
        const before = ticks[n - 1]
        if (before) expect(tick.x).toBeGreaterThan(before.x + before.text.length * 7)
      }
    })
  })

  it("puts what is much later than all else at the edge, and says so", () => {
    const mark = (key: string, day: number): TimelineMark => ({
      key,
      kind: "deadline",
      step: "survey-1",
      state: "coming",
      at: START + day * DAY,
      when: "2024-12-10",
    })
    const now = START + 10 * DAY
    const person = (...marks: TimelineMark[]): Timeline => ({
      rows: [{ kind: "person", id: "person", marks }],
      now,
    })
    const [far] = layOut(person(mark("near", 12), mark("far", 160)), 300, words).rows
    expect(far?.marks.map(({ beyond, lead }) => [lead.key, beyond])).toEqual([
      ["near", false],
      ["far", true],
    ])
    const [near] = layOut(person(mark("near", 12), mark("later", 40)), 300, words).rows
    expect(near?.marks.some(({ beyond }) => beyond)).toBe(false)
  })

  it("leads marks that stand as one by the most pressing", () => {
    const mark = (key: string, state: TimelineMark["state"], at: number): TimelineMark => ({
      key,
      kind: "deadline",
      step: "post-test",
      state,
      at,
      when: "2024-07-01",
    })
    const one = START + 90 * DAY
    const timeline: Timeline = {
      now: START,
      rows: [
        {
          kind: "person",
          id: "person",
          marks: [mark("a", "coming", one), mark("b", "missed", one), mark("c", "coming", one + 1)],
        },
      ],
    }
    const [placed] = layOut(timeline, 300, words).rows
    expect(placed?.marks).toHaveLength(1)
    expect(placed?.marks[0]?.lead.key).toBe("b")
    expect(placed?.labels).toHaveLength(1)
  })
})
