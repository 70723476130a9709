import { say } from "../language/words"
import { OwnPage } from "../OwnPage"
import { SummaryContent } from "./SummaryContent"

/** The person's own record, to print, to copy, and to take along as a calendar. */
export function SummaryPage() {
  return (
    <OwnPage heading={say("summary_heading")}>
      <SummaryContent />
    </OwnPage>
  )
}
