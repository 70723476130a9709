import type { ReactNode } from "react"
import type { Severity, StepState } from "../programmes/steps"

/*
 * Our own icons on a 24-unit grid, stroked in the colour of the text around them. They are decoration:
 * whatever they say is also said in words.
 */

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

/** Two footprints on their way up: the mark of Jejak. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
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

export function LockIcon() {
  return (
    <Icon>
      <rect x="6" y="11" width="12" height="8.5" rx="2.5" />
      <path d="M8.7 11V8.3a3.3 3.3 0 0 1 6.6 0V11" />
    </Icon>
  )
}

function CircleIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="7.5" />
    </Icon>
  )
}

/** Something that may be ticked, and is not. */
export function BoxIcon() {
  return (
    <Icon>
      <rect x="5" y="5" width="14" height="14" rx="4" />
    </Icon>
  )
}

function QuestionIcon() {
  return (
    <Icon>
      <path d="M8.6 9.2a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.9 1.4-1.9 2.8" />
      <path d="M12 18.6v.1" />
    </Icon>
  )
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m6 12.6 4.1 4.1L18.2 8" />
    </Icon>
  )
}

export function CrossIcon() {
  return (
    <Icon>
      <path d="m7.5 7.5 9 9m0-9-9 9" />
    </Icon>
  )
}

export function UndoIcon() {
  return (
    <Icon>
      <path d="M8.5 5.5 4.5 9.5l4 4" />
      <path d="M4.5 9.5h9.2a5.3 5.3 0 0 1 0 10.6h-3" />
    </Icon>
  )
}

export function ClockIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.3V12l3.2 2" />
    </Icon>
  )
}

export function OpenIcon() {
  return (
    <Icon>
      <path d="M10 5.5H7A2.5 2.5 0 0 0 4.5 8v9A2.5 2.5 0 0 0 7 19.5h9a2.5 2.5 0 0 0 2.5-2.5v-3" />
      <path d="M14 4.5h5.5V10M19.2 4.8 11.5 12.5" />
    </Icon>
  )
}

export function PencilIcon() {
  return (
    <Icon>
      <path d="m5 19 .8-3.9L15.9 5a1.9 1.9 0 0 1 2.7 0l.4.4a1.9 1.9 0 0 1 0 2.7L8.9 18.2 5 19Z" />
    </Icon>
  )
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M12 6v12M6 12h12" />
    </Icon>
  )
}

export function ChevronIcon() {
  return (
    <Icon>
      <path d="m8 10 4 4 4-4" />
    </Icon>
  )
}

export function ShieldIcon() {
  return (
    <Icon>
      <path d="M12 3.8 5.5 6.2v5.3c0 4 2.6 7 6.5 8.7 3.9-1.7 6.5-4.7 6.5-8.7V6.2L12 3.8Z" />
      <path d="m9.2 12 2 2 3.7-3.9" />
    </Icon>
  )
}

export function AlertIcon() {
  return (
    <Icon>
      <path d="M10.3 5 3.8 16.6A2 2 0 0 0 5.5 19.5h13a2 2 0 0 0 1.7-2.9L13.7 5a2 2 0 0 0-3.4 0Z" />
      <path d="M12 9.5v3.7M12 16.4v.1" />
    </Icon>
  )
}

export function InfoIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11.5V16M12 8.2v.1" />
    </Icon>
  )
}

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
