import type { TimelineMark, TimelineRow } from "./marks"
import type { Tick } from "./ticks"

/* Where everything of the picture stands, in pixels. */

/** The height of a training's bar. */
export const BAR = 16

/** Marks that would cover one another stand as one, in the manner of the most pressing. */
export interface PlacedMark {
  x: number
  y: number
  /** In order of time; never empty. */
  marks: TimelineMark[]
  lead: TimelineMark
  /** Later than the picture reaches: it stands at its edge. */
  beyond: boolean
}

export interface PlacedLabel {
  x: number
  y: number
  width: number
  text: string
  of: TimelineMark
  /** From the mark down to a label that does not stand right under it. */
  leader?: { x: number; from: number; to: number }
}

export interface Span {
  x: number
  width: number
}

export interface PlacedRow {
  row: TimelineRow
  top: number
  height: number
  titleY: number
  lineY: number
  /** A training's bar; its planned part is what is still to come of it. */
  bar?: Span & { ended: boolean }
  planned?: Span
  schedule?: Span
  /** The trail of a row without a bar. */
  trail?: Span
  meetings: { x: number; mark: TimelineMark }[]
  marks: PlacedMark[]
  labels: PlacedLabel[]
}

export interface PlacedTick extends Tick {
  x: number
  text: string
}

export interface Layout {
  width: number
  height: number
  /** Where the rows begin and end. */
  top: number
  bottom: number
  months: Span[]
  ticks: PlacedTick[]
  today: { x: number; labelX: number; labelWidth: number; text: string }
  rows: PlacedRow[]
}
