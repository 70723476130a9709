import { useId, useState } from "react"
import { say } from "../language/words"
import { Notice, type Told } from "../Notice"
import { useSession } from "../session"
import { calendarFile } from "./calendar-file"
import { saveFile } from "./download"

/** All that is still to come, as a calendar file with alarms. */
export function CalendarSaving({ heading: Heading }: { heading: "h2" | "h3" }) {
  const { overview, now } = useSession()
  const heading = useId()
  const [told, tell] = useState<Told>()
  const save = () => {
    const { fileName, text, events } = calendarFile(overview, now)
    if (events === 0) return tell({ words: say("calendar_empty"), kind: "shown" })
    saveFile(fileName, text, "text/calendar")
    tell({ words: say("calendar_saved", { file: fileName, events }), kind: "shown" })
  }
  return (
    <section className="calendar-saving" aria-labelledby={heading}>
      <Heading id={heading}>{say("calendar_heading")}</Heading>
      <p>{say("calendar_text")}</p>
      <button type="button" className="button small quiet" data-action="save-calendar" onClick={save}>
        {say("calendar_save")}
      </button>
      <Notice told={told} />
    </section>
  )
}
