import { useState } from "react"
import { Backup } from "./Backup"
import { DeleteEverything, type Deletion } from "./DeleteEverything"
import { Notice, type Told } from "./Notice"
import { SafetyCopies } from "./SafetyCopies"
import { useCommonSession } from "./session"
import { say } from "./words"

/** What is kept, as files of the person's own. */
export function DataSettings({ deletion }: { deletion: Deletion }) {
  const { overview, attempt } = useCommonSession()
  const [told, tell] = useState<Told>()
  return (
    <section className="panel data" id="data" aria-labelledby="data-heading">
      <h2 id="data-heading">{say("data_heading")}</h2>
      <Backup overview={overview} tell={tell} onRestored={() => void attempt({ type: "overview" })} />
      <Notice told={told} />
      <SafetyCopies tell={tell} />
      <DeleteEverything deletion={deletion} />
    </section>
  )
}
