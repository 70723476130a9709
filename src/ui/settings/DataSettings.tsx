import { useState } from "react"
import { Backup } from "../files/Backup"
import { CalendarSaving } from "../files/CalendarSaving"
import { SafetyCopies } from "../files/SafetyCopies"
import { say } from "../language/words"
import { Notice, type Told } from "../Notice"
import { hasJourney, useCommonSession } from "../session"
import { DeleteEverything, type Deletion } from "./DeleteEverything"

/** What is kept, as files of the person's own. */
export function DataSettings({ deletion }: { deletion: Deletion }) {
  const session = useCommonSession()
  const { overview, attempt } = session
  const [told, tell] = useState<Told>()
  return (
    <section className="panel data" id="data" aria-labelledby="data-heading">
      <h2 id="data-heading">{say("data_heading")}</h2>
      <Backup overview={overview} tell={tell} onRestored={() => void attempt({ type: "overview" })} />
      <Notice told={told} />
      {hasJourney(session) && <CalendarSaving heading="h3" />}
      <SafetyCopies tell={tell} />
      <DeleteEverything deletion={deletion} />
    </section>
  )
}
