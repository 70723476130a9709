import type { TimelineMark } from "./marks"
import type { Tick } from "./ticks"

/** What the picture says, in the person's language. */
export interface LayoutWords {
  today: string
  tick(tick: Tick): string
  /** What can stand beside a mark, the best first; none for what is told by its shape alone. */
  label(mark: TimelineMark): string[]
  /** How wide a text is, in pixels; `strong` is bold. */
  width(text: string, strong?: boolean): number
}
