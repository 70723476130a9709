import { useCallback, useEffect, useState } from "react"
import { ask } from "../../messages/ask"
import type { Failure } from "../../messages/messages"
import type { PageShape } from "../../reader/page-shape"
import { ShieldIcon } from "../icons"
import { type MessageKey, say, sayOf } from "../language/words"
import { OwnPage } from "../OwnPage"
import { Faults, useFaults } from "./Faults"
import { Report } from "./Report"
import type { ReportedFault } from "./saved-report"

/** The redacted shape of the page in a tab, in full, what went wrong of ours, and ways to save both, or the latter alone. */
export function ReportPage({ tab }: { tab: number | undefined }) {
  const faults = useFaults()
  return (
    <OwnPage heading={say("report_heading")} forAnybody always>
      <section className="panel" aria-labelledby="report-purpose">
        <h2 id="report-purpose">
          <ShieldIcon />
          {say("report_purpose_heading")}
        </h2>
        <p>{say("report_purpose")}</p>
        <p>{say("report_nothing_sent")}</p>
      </section>
      {faults && tab !== undefined && <Reported tab={tab} faults={faults} />}
      {faults && <Faults faults={faults} withPage={tab !== undefined} />}
      {tab === undefined && <HowTo />}
    </OwnPage>
  )
}

function HowTo() {
  return (
    <section className="panel" aria-labelledby="report-how" data-report="none">
      <h2 id="report-how">{say("report_how_heading")}</h2>
      <ol className="report-steps">
        <li>{say("report_how_1")}</li>
        <li>{say("report_how_2")}</li>
        <li>{say("report_how_3")}</li>
      </ol>
    </section>
  )
}

/** Failures that have a sentence of their own here. */
const REFUSED: Partial<Record<Failure, { title: MessageKey; text: MessageKey }>> = {
  "page-private": { title: "report_private_title", text: "report_private" },
  "page-unreachable": { title: "report_gone_title", text: "report_gone" },
  "not-allowed": { title: "report_no_access_title", text: "report_no_access" },
}

function Reported({ tab, faults }: { tab: number; faults: readonly ReportedFault[] }) {
  const [result, setResult] = useState<{ shape: PageShape } | { failure: Failure }>()
  const load = useCallback(async () => {
    const reply = await ask({ type: "page-shape", tab })
    setResult(reply.ok ? { shape: reply.value } : { failure: reply.failure })
  }, [tab])
  useEffect(() => void load(), [load])
  if (!result) return <p role="status">{say("report_reading")}</p>
  if ("shape" in result) return <Report shape={result.shape} faults={faults} onAgain={load} />
  const { failure } = result
  const words = REFUSED[failure]
  return (
    <section className="panel" aria-labelledby="report-failure" data-report="refused" data-failure={failure}>
      <h2 id="report-failure">{say(words?.title ?? "report_failed_title")}</h2>
      <p role="status">{words ? say(words.text) : (sayOf("failure", failure) ?? say("failure_internal"))}</p>
      <button type="button" className="button quiet" data-action="report-again" onClick={() => void load()}>
        {say("report_again")}
      </button>
    </section>
  )
}
