import type { TimelineMark } from "./marks"

/** The shape of a mark around (0, 0): what it is and how it stands are told apart by form, not by colour alone. */
export function MarkShape({ kind, state }: Pick<TimelineMark, "kind" | "state">) {
  if (kind === "meeting") return <circle r="2.5" className="mark-meeting" />
  if (kind === "step")
    return (
      <>
        <circle r="7" className="mark-done" />
        <path d="m-3.2.2 2.2 2.3 4.2-4.7" className="mark-tick" />
      </>
    )
  if (kind === "money")
    return (
      <>
        <circle r="7.5" className={state === "done" ? "mark-coin" : "mark-coin mark-hollow"} />
        {state === "done" && <circle r="4" className="mark-coin-inner" />}
      </>
    )
  if (kind === "opening")
    return (
      <path
        d="M-5-6.5 6.5 0-5 6.5Z"
        className={state === "over" ? "mark-opening" : "mark-opening mark-hollow"}
      />
    )
  if (state === "missed")
    return (
      <>
        <path d="M0-8 8 0 0 8-8 0Z" className="mark-missed" />
        <path d="m-2.7-2.7 5.4 5.4m0-5.4-5.4 5.4" className="mark-cross" />
      </>
    )
  return <path d="M0-7 7 0 0 7-7 0Z" className="mark-due" />
}

const LEGEND = [
  ["step", "done", "legend_done"],
  ["deadline", "coming", "legend_coming"],
  ["deadline", "missed", "legend_missed"],
  ["opening", "coming", "legend_opening"],
  ["opening", "over", "legend_opening_over"],
  ["meeting", "coming", "legend_meeting"],
  ["money", "done", "money_received"],
  ["money", "coming", "money_scheduled"],
] as const

/** The kinds of marks that a picture holds, in the order of their legend. */
export function legendOf(marks: readonly TimelineMark[]) {
  return LEGEND.filter(([kind, state]) =>
    marks.some((mark) => mark.kind === kind && (kind === "meeting" || mark.state === state)),
  )
}
