import type { LayoutWords } from "./layout-words"
import type { MarkState } from "./marks"
import type { PlacedLabel, PlacedMark } from "./placed"

interface Room {
  width: number
  /** Where the first lane begins, and how high each is. */
  top: number
  lane: number
  words: Pick<LayoutWords, "label" | "width">
}

interface Box {
  from: number
  to: number
}

/** More lanes than these would part labels from their marks. */
const LANES = 2
const BETWEEN = 8
/** Half of what a line down to a label takes. */
const LEADER = 3

/** Which labels are placed first, where there is not room for all. */
const FIRST: readonly MarkState[] = ["missed", "coming", "done", "over"]

/**
 * Puts words under marks so that none covers another, nor a line that leads to one; what finds no room has none. The
 * second lane is only used where the picture is wide enough for the eye to follow.
 */
export function placeLabels(
  marks: readonly PlacedMark[],
  { width, top, lane, words }: Room,
): { labels: PlacedLabel[]; lanes: number } {
  const lanes: Box[][] = Array.from({ length: LANES }, () => [])
  const labels: PlacedLabel[] = []
  const isFree = (n: number, box: Box) =>
    (lanes[n] ?? []).every(({ from, to }) => box.to + BETWEEN <= from || to + BETWEEN <= box.from)
  const place = (mark: PlacedMark): PlacedLabel | undefined => {
    for (const text of words.label(mark.lead)) {
      const length = words.width(text, mark.lead.state === "missed")
      if (length > width) continue
      for (let n = 0; n < LANES; n += 1) {
        const leader = { from: mark.x - LEADER, to: mark.x + LEADER }
        if (n > 0 && !isFree(0, leader)) break
        for (const start of [mark.x - length / 2, mark.x - 8, mark.x + 8 - length]) {
          const from = Math.min(Math.max(0, start), width - length)
          if (!isFree(n, { from, to: from + length })) continue
          lanes[n]?.push({ from, to: from + length })
          if (n > 0) lanes[0]?.push(leader)
          return {
            x: from,
            y: top + n * lane,
            width: length,
            text,
            of: mark.lead,
            ...(n > 0 && { leader: { x: mark.x, from: mark.y, to: top + n * lane } }),
          }
        }
      }
    }
    return undefined
  }
  const byNeed = [...marks].sort(
    (one, other) => FIRST.indexOf(one.lead.state) - FIRST.indexOf(other.lead.state) || one.x - other.x,
  )
  for (const mark of byNeed) {
    const label = place(mark)
    if (label) labels.push(label)
  }
  return { labels, lanes: lanes.filter((boxes) => boxes.length > 0).length }
}
