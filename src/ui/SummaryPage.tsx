import { OwnPage } from "./OwnPage"
import { SummaryContent } from "./SummaryContent"
import { say } from "./words"

/** The person's own record, to print, to copy, and to take along as a calendar. */
export function SummaryPage() {
  return (
    <OwnPage heading={say("summary_heading")}>
      <SummaryContent />
    </OwnPage>
  )
}
