import { useEffect, useState } from "react"
import { ask } from "../../messages/ask"
import type { Fault } from "../../messages/faults"
import { formatInstant } from "../language/formats"
import { say } from "../language/words"
import { useSessionIfAny } from "../session"
import { type ReportedFault, reportedFaults, reportOfFaults } from "./saved-report"
import { LongText, SaveAs } from "./saving"

/** What went wrong of ours, as it goes into a report; undefined until it is known. */
export function useFaults(): ReportedFault[] | undefined {
  const [faults, setFaults] = useState<Fault[]>()
  useEffect(() => {
    void ask({ type: "faults" }).then((reply) => setFaults(reply.ok ? reply.value : []))
  }, [])
  return faults && reportedFaults(faults)
}

/** All that went wrong of ours, and a way to save it. @param withPage it is saved with a page's report too */
export function Faults({ faults, withPage }: { faults: readonly ReportedFault[]; withPage: boolean }) {
  const json = reportOfFaults(faults)
  return (
    <section className="panel report" aria-labelledby="report-faults" data-report-faults={faults.length}>
      <h2 id="report-faults">{say("report_faults_heading")}</h2>
      <p>{say("report_faults_text")}</p>
      {faults.length === 0 && <p>{say("report_faults_none")}</p>}
      <ul className="report-faults">
        {faults.map((fault) => (
          <OneFault key={JSON.stringify(fault)} fault={fault} />
        ))}
      </ul>
      {faults.length > 0 && withPage && <p className="hint">{say("report_faults_with")}</p>}
      {faults.length > 0 && (
        <>
          <LongText label={say("report_faults_file")} kind="faults">
            {json}
          </LongText>
          <SaveAs
            name="jejak-report.json"
            json={json}
            action="save-faults"
            label={say("report_faults_save")}
          />
        </>
      )}
    </section>
  )
}

function OneFault({ fault: { where, site, error, frames, last, count } }: { fault: ReportedFault }) {
  const zone = useSessionIfAny()?.overview.programme ?? { zone: "UTC", zoneLabel: "UTC" }
  return (
    <li>
      <p>
        <strong>{error}</strong> · {say("report_fault_times", { count, last: formatInstant(last, zone) })}
      </p>
      <p>
        {say("report_fault_place")}: <code>{where}</code>
        {site !== undefined && (
          <>
            {" "}
            · {say("report_site")}: <code>{site}</code>
          </>
        )}
      </p>
      {frames.length > 0 && <p className="report-frames">{frames.join(" ← ")}</p>}
    </li>
  )
}
