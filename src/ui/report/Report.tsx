import type { PageShape } from "../../reader/page-shape"
import { ChevronIcon } from "../icons"
import { say } from "../language/words"
import { useSessionIfAny } from "../session"
import { SiteStanding } from "../sites/SiteStanding"
import { type ReportedFault, reportOfPage } from "./saved-report"
import { LongText, SaveAs } from "./saving"
import { countsOf, outlineLines } from "./shape-lines"

interface Props {
  shape: PageShape
  /** What went wrong of ours, which is saved with it. */
  faults: readonly ReportedFault[]
  onAgain: () => void
}

/** A page's shape as it would be saved, how much of the page was replaced, and the button that saves it. */
export function Report({ shape, faults, onAgain }: Props) {
  const json = reportOfPage(shape, faults)
  return (
    <>
      <Replaced shape={shape} />
      <section className="panel report" aria-labelledby="report-content" data-report="shown">
        <h2 id="report-content">{say("report_content_heading")}</h2>
        <p>{say("report_content")}</p>
        <Facts shape={shape} />
        <LongText label={say("report_outline")} kind="outline">
          {outlineLines(shape.tree, say("report_unseen")).join("\n")}
        </LongText>
        <details className="more">
          <summary>
            {say("report_json")}
            <ChevronIcon />
          </summary>
          <LongText label={say("report_json")} kind="json">
            {json}
          </LongText>
        </details>
      </section>
      <Save name={`jejak-report-${shape.host}.json`} json={json} onAgain={onAgain} />
    </>
  )
}

function Replaced({ shape }: { shape: PageShape }) {
  const { words, numbers, kept, unseen } = countsOf(shape.tree)
  return (
    <section className="panel report" aria-labelledby="report-replaced">
      <h2 id="report-replaced">{say("report_replaced_heading")}</h2>
      <ul className="report-counts">
        <li data-count="words">{say("report_words", { count: words })}</li>
        <li data-count="numbers">{say("report_numbers", { count: numbers })}</li>
        <li data-count="kept">{say("report_kept", { count: kept })}</li>
        {unseen > 0 && <li data-count="unseen">{say("report_unseen_count", { count: unseen })}</li>}
        {shape.leftOut > 0 && (
          <li data-count="left-out">{say("report_left_out", { count: shape.leftOut })}</li>
        )}
        <li>{say("report_never")}</li>
      </ul>
    </section>
  )
}

function Facts({ shape: { site, host, path, jejak } }: { shape: PageShape }) {
  const health = useSessionIfAny()?.overview.sites.find(
    (each) => each.site === site || (each.kind === "watched" && each.host === host),
  )
  return (
    <>
      <dl className="report-facts">
        <dt>{say("report_site")}</dt>
        <dd>{site}</dd>
        <dt>{say("report_address")}</dt>
        <dd>
          <bdi>
            {host}
            {path}
          </bdi>
        </dd>
        <dt>{say("report_version")}</dt>
        <dd>{jejak}</dd>
      </dl>
      {health && <SiteStanding site={health} />}
    </>
  )
}

function Save({ name, json, onAgain }: { name: string; json: string; onAgain: () => void }) {
  return (
    <section className="panel report" aria-labelledby="report-save">
      <h2 id="report-save">{say("report_save_heading")}</h2>
      <p>{say("report_save_text")}</p>
      <SaveAs name={name} json={json} action="save-report" label={say("report_save")}>
        <button type="button" className="button quiet" data-action="report-again" onClick={onAgain}>
          {say("report_read_again")}
        </button>
      </SaveAs>
    </section>
  )
}
