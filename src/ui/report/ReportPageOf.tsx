import { say } from "../language/words"
import { useCurrentTab } from "../sites/useCurrentTab"
import { ReportButton } from "./ReportButton"

/** For a site of which nothing is understood: the way to the report, if one of its pages is in the current tab. */
export function ReportPageOf({ site }: { site: string }) {
  const current = useCurrentTab()
  if (current?.readable === site && current.tab !== undefined)
    return <ReportButton tab={current.tab} look="button" />
  return <p className="hint">{say("report_from_there")}</p>
}
