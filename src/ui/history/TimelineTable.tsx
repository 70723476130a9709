import { formatDate, formatDayOf } from "../language/formats"
import { say } from "../language/words"
import { useSession } from "../session"
import { markDay, markInFull, markState, rowTitle } from "./mark-words"
import type { TimelineRow } from "./marks"

/** Everything that the picture shows, in words; there for screen readers and in print even while it is not shown. */
export function TimelineTable({ rows, shown }: { rows: readonly TimelineRow[]; shown: boolean }) {
  const { journey } = useSession()
  return (
    <div id="timeline-table" className={shown ? "timeline-table" : "timeline-table timeline-table-hidden"}>
      <table>
        <caption>{say("timeline_table_caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("timeline_what")}</th>
            <th scope="col">{say("timeline_training")}</th>
            <th scope="col">{say("timeline_day")}</th>
            <th scope="col">{say("timeline_state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            [
              ...stretches(row, journey.zone),
              ...row.marks.map((mark) => ({
                key: mark.key,
                what: markInFull(mark),
                day: markDay(mark, journey),
                state: markState(mark),
              })),
            ].map(({ key, what, day, state }) => (
              <tr key={`${row.id} ${key}`} data-mark={key}>
                <th scope="row">{what}</th>
                <td data-none={row.kind !== "training"}>
                  {row.kind === "training" ? <bdi>{rowTitle(row)}</bdi> : "–"}
                </td>
                <td>{day}</td>
                <td>{state}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** A training's bar and what is marked inside it. */
function stretches({ bar, schedule }: TimelineRow, zone: string) {
  const day = (at: number) => formatDayOf(new Date(at).toISOString(), { zone, zoneLabel: "" })
  const rows: { key: string; what: string; day: string; state: string }[] = []
  if (bar)
    rows.push({
      key: "bar",
      what: say("timeline_bar"),
      day: `${day(bar.from)} – ${day(bar.to)}`,
      state: say(bar.ended ? "timeline_bar_ended" : "timeline_bar_going"),
    })
  if (schedule)
    rows.push({
      key: "schedule",
      what: say("timeline_schedule"),
      day: `${formatDate(schedule.starts)} – ${formatDate(schedule.ends)}`,
      state: "–",
    })
  return rows
}
