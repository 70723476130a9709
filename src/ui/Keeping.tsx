import type { ReactNode } from "react"
import type { Overview } from "../messages/overview"
import { SaveBackup } from "./files/SaveBackup"
import { InfoIcon } from "./icons"
import { formatInstant } from "./language/formats"
import { say } from "./language/words"
import { useCommonSession } from "./session"

/** Tells where what is noted is kept, when it is not where it would stay. */
export function Keeping() {
  const { overview } = useCommonSession()
  const { where, fullSince } = overview.keeping
  return (
    <>
      {where === "memory" && (
        <KeepingNotice kind="memory" heading={say("keeping_memory_heading")}>
          <p>{say("keeping_memory_text")}</p>
          {overview.people.length > 0 ? <SaveFirst /> : <p>{say("keeping_memory_before")}</p>}
        </KeepingNotice>
      )}
      {where === "read-only" && (
        <KeepingNotice kind="read-only" heading={say("keeping_read_only_heading")}>
          <p>{say("keeping_read_only_text")}</p>
        </KeepingNotice>
      )}
      {fullSince !== undefined && (
        <KeepingNotice kind="full" heading={say("keeping_full_heading")}>
          <p>{say("keeping_full_text", { when: whenOf(fullSince, overview) })}</p>
        </KeepingNotice>
      )}
    </>
  )
}

function KeepingNotice({ kind, heading, children }: { kind: string; heading: string; children: ReactNode }) {
  const id = `keeping-${kind}`
  return (
    <section className="keeping" data-keeping={kind} aria-labelledby={id}>
      <InfoIcon />
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  )
}

function SaveFirst() {
  const { tell } = useCommonSession()
  return (
    <>
      <p>{say("keeping_memory_save")}</p>
      <SaveBackup tell={tell} />
    </>
  )
}

function whenOf(instant: string, { programme }: Overview): string {
  return formatInstant(instant, programme)
}
