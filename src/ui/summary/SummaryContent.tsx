import { useMemo, useState } from "react"
import browser from "webextension-polyfill"
import { CalendarSaving } from "../files/CalendarSaving"
import { useHistory } from "../history/useHistory"
import { Notice, type Told } from "../Notice"
import { useSession } from "../session"
import { SummaryActions } from "./SummaryActions"
import { SummaryChoice } from "./SummaryChoice"
import { SummarySheet } from "./SummarySheet"
import { summaryOf } from "./summarise"
import { withParts } from "./summary"

/** What is to be in it, what can be done with it, and the sheet itself. */
export function SummaryContent() {
  const { overview, participant, journey, now } = useSession()
  const { history } = useHistory()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [told, tell] = useState<Told>()
  const whole = useMemo(
    () =>
      summaryOf({
        overview: { ...overview, participant, journey },
        history,
        now,
        version: browser.runtime.getManifest().version,
      }),
    [overview, participant, journey, history, now],
  )
  const summary = useMemo(() => withParts(whole, (part) => !left.has(part)), [whole, left])
  return (
    <>
      <section className="panel summary-controls" aria-labelledby="summary-choice">
        <SummaryChoice parts={whole.parts} left={left} onChange={setLeft} />
        <SummaryActions summary={summary} tell={tell} />
        <Notice told={told} />
      </section>
      <section className="panel" id="calendar">
        <CalendarSaving heading="h2" />
      </section>
      <SummarySheet summary={summary} />
    </>
  )
}
