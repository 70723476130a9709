import { say, sayOf } from "./language/words"

/** What the person is told after doing something. `heard`: plain to see anyway, so only said to who cannot see it. */
export interface Told {
  words: string
  kind: "heard" | "shown" | "failed"
  /** The participant that it is about: no longer told once another is looked at. */
  about?: string
}

export type Tell = (told: Told) => void

/** The one place of a page where it is told how things went; always there, so that it is read out when it changes. */
export function Notice({ told }: { told: Told | undefined }) {
  const hidden = told === undefined || told.kind === "heard"
  return (
    <p className={hidden ? "visually-hidden" : "notice"} role="status" data-failed={told?.kind === "failed"}>
      {told?.words}
    </p>
  )
}

/** A failure's own sentence. */
export function failed(failure: string): Told {
  return { words: sayOf("failure", failure) ?? say("failure_internal"), kind: "failed" }
}
