import type { ReactNode } from "react"
import type { Severity, StepState } from "../programmes/steps"

/*
 * Our own icons on a 24-unit grid, stroked in the colour of the text around them. They are decoration:
 * whatever they say is also said in words. How they are stroked stands in the style sheet: a popup holds more than a hundred.
 */

/** @param d the icon's one path */
function drawn(d: string): () => ReactNode {
  const icon = (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  )
  return () => icon
}

/** Two footprints on their way up: the mark of Jejak. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-ground" width="32" height="32" rx="8" />
      <g transform="translate(16 15.75) scale(1.17) translate(-16 -15.75)">
        <g className="mark-left" transform="rotate(-9 10.4 19)">
          <path d="M10.4 12.2c2.3 0 3.7 1.9 3.7 4.4 0 2.3-1 4.4-1.5 5.4H8.4c-.5-1-1.6-3.1-1.6-5.4 0-2.5 1.3-4.4 3.6-4.4Z" />
          <path d="M8.4 23.6h4.2c.1 1.9-.8 3.2-2.1 3.2s-2.2-1.3-2.1-3.2Z" />
        </g>
        <g className="mark-right" transform="rotate(9 21.6 12.5)">
          <path d="M21.6 4.7c2.3 0 3.7 1.9 3.7 4.4 0 2.3-1.1 4.4-1.6 5.4h-4.2c-.5-1-1.5-3.1-1.5-5.4 0-2.5 1.3-4.4 3.6-4.4Z" />
          <path d="M19.5 16.1h4.2c.1 1.9-.8 3.2-2.1 3.2s-2.2-1.3-2.1-3.2Z" />
        </g>
      </g>
    </svg>
  )
}

export const LockIcon = drawn(
  "M8.5 11h7a2.5 2.5 0 0 1 2.5 2.5V17a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 6 17v-3.5A2.5 2.5 0 0 1 8.5 11ZM8.7 11V8.3a3.3 3.3 0 0 1 6.6 0V11",
)

const CircleIcon = drawn("M4.5 12a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0")

/** Something that may be ticked, and is not. */
export const BoxIcon = drawn("M9 5h6a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4Z")

const QuestionIcon = drawn("M8.6 9.2a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.9 1.4-1.9 2.8M12 18.6v.1")

export const CheckIcon = drawn("M6 12.6l4.1 4.1L18.2 8")

export const CrossIcon = drawn("M7.5 7.5l9 9m0-9-9 9")

export const UndoIcon = drawn("M8.5 5.5 4.5 9.5l4 4M4.5 9.5h9.2a5.3 5.3 0 0 1 0 10.6h-3")

export const ClockIcon = drawn("M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7.3V12l3.2 2")

export const OpenIcon = drawn(
  "M10 5.5H7A2.5 2.5 0 0 0 4.5 8v9A2.5 2.5 0 0 0 7 19.5h9a2.5 2.5 0 0 0 2.5-2.5v-3M14 4.5h5.5V10M19.2 4.8 11.5 12.5",
)

export const PencilIcon = drawn(
  "M5 19l.8-3.9L15.9 5a1.9 1.9 0 0 1 2.7 0l.4.4a1.9 1.9 0 0 1 0 2.7L8.9 18.2 5 19Z",
)

export const PlusIcon = drawn("M12 6v12M6 12h12")

export const ChevronIcon = drawn("M8 10l4 4 4-4")

export const ShieldIcon = drawn(
  "M12 3.8 5.5 6.2v5.3c0 4 2.6 7 6.5 8.7 3.9-1.7 6.5-4.7 6.5-8.7V6.2L12 3.8ZM9.2 12l2 2 3.7-3.9",
)

export const AlertIcon = drawn(
  "M10.3 5 3.8 16.6A2 2 0 0 0 5.5 19.5h13a2 2 0 0 0 1.7-2.9L13.7 5a2 2 0 0 0-3.4 0ZM12 9.5v3.7M12 16.4v.1",
)

export const InfoIcon = drawn("M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 11.5V16M12 8.2v.1")

export function StateIcon({ state, waiting }: { state: StepState; waiting: boolean }) {
  switch (state) {
    case "locked":
      return <LockIcon />
    case "proposed":
      return <QuestionIcon />
    case "done":
      return <CheckIcon />
    case "missed":
      return <CrossIcon />
    case "open":
      return waiting ? <ClockIcon /> : <CircleIcon />
  }
}

export function SeverityIcon({ severity }: { severity: Severity }) {
  switch (severity) {
    case "info":
      return <InfoIcon />
    case "soon":
      return <ClockIcon />
    case "urgent":
    case "late":
      return <AlertIcon />
  }
}
