import { useMemo, useState } from "react"
import { say } from "../language/words"
import { useSession } from "../session"
import { layOut } from "./layout"
import { legendOf, MarkShape } from "./MarkShape"
import { layoutWords, markDay, markInFull, markState, rowTitle } from "./mark-words"
import { timelineOf } from "./marks"
import { BAR, type Layout, type PlacedMark, type PlacedRow } from "./placed"
import { TimelineTable } from "./TimelineTable"
import { textWidth } from "./text-width"
import { useWidth } from "./useWidth"

/** The journey as a picture, with a table that holds the same. */
export function Timeline() {
  const { journey, now } = useSession()
  const [place, width] = useWidth<HTMLDivElement>()
  const [asTable, setAsTable] = useState(false)
  const timeline = useMemo(() => timelineOf(journey, now), [journey, now])
  const layout = useMemo(
    () => layOut(timeline, width, { ...layoutWords(journey, now), width: textWidth }),
    [timeline, width, journey, now],
  )
  const legend = legendOf(timeline.rows.flatMap(({ marks }) => marks))
  return (
    <section className="panel timeline" aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">{say("timeline_heading")}</h2>
      <div className="timeline-place" ref={place}>
        <Picture layout={layout} />
      </div>
      <ul className="timeline-legend" aria-hidden="true">
        {legend.map(([kind, state, words]) => (
          <li key={words}>
            <svg viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
              {kind === "meeting" && <circle r="7" className="legend-meeting" />}
              <MarkShape kind={kind} state={state} />
            </svg>
            {say(words)}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="link-button"
        data-action="timeline-table"
        aria-expanded={asTable}
        aria-controls="timeline-table"
        onClick={() => setAsTable(!asTable)}
      >
        {say(asTable ? "timeline_as_picture" : "timeline_as_table")}
      </button>
      <TimelineTable rows={timeline.rows} shown={asTable} />
    </section>
  )
}

function Picture({ layout }: { layout: Layout }) {
  const { width, height, top, bottom, today } = layout
  const trainings = layout.rows.filter(({ row }) => row.kind === "training").length
  const name = say("timeline_name", { count: trainings, today: today.text })
  return (
    <svg
      className="timeline-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
      focusable="false"
    >
      {layout.months.map(({ x, width }) => (
        <rect
          key={x}
          className="timeline-month"
          x={x}
          y={top}
          width={width}
          height={bottom - top + 8}
          rx="6"
        />
      ))}
      {layout.ticks.map(({ at, x, text }) => (
        <g key={at} className="timeline-tick">
          <line x1={x} x2={x} y1={top - 6} y2={bottom + 8} />
          <text x={x + 3} y={top - 6}>
            {text}
          </text>
        </g>
      ))}
      <line className="timeline-today" x1={today.x} x2={today.x} y1="16" y2={bottom + 8} />
      {layout.rows.map((row) => (
        <Row key={row.row.id} placed={row} width={width} />
      ))}
      <g className="timeline-now">
        <rect x={today.labelX} y="1" width={today.labelWidth} height="20" rx="10" />
        <text x={today.labelX + today.labelWidth / 2} y="15" textAnchor="middle">
          {today.text}
        </text>
      </g>
    </svg>
  )
}

function Row({ placed, width }: { placed: PlacedRow; width: number }) {
  const { row, titleY, lineY, bar, planned, schedule, trail, meetings, marks, labels } = placed
  const y = lineY - BAR / 2
  return (
    <g data-row={row.id} className={`timeline-row timeline-${row.kind}`}>
      {trail && (
        <line className="timeline-trail" x1={trail.x} x2={trail.x + trail.width} y1={lineY} y2={lineY} />
      )}
      {planned && (
        <rect
          className="timeline-planned"
          x={planned.x}
          y={y}
          width={planned.width}
          height={BAR}
          rx={BAR / 2}
        />
      )}
      {bar && (
        <rect
          className="timeline-bar"
          data-ended={bar.ended}
          x={bar.x}
          y={y}
          width={Math.max(BAR, bar.width)}
          height={BAR}
          rx={BAR / 2}
        />
      )}
      {schedule && (
        <rect
          className="timeline-schedule"
          x={schedule.x}
          y={lineY - 4}
          width={Math.max(8, schedule.width)}
          height="8"
          rx="4"
        />
      )}
      {meetings.map(({ x, mark }) => (
        <g key={mark.key} transform={`translate(${x} ${lineY})`}>
          <Told marks={[mark]} />
          <MarkShape kind="meeting" state={mark.state} />
        </g>
      ))}
      {labels.map(({ x, y: labelY, text, of, leader }) => (
        <g key={of.key} className="timeline-label" data-state={of.state}>
          {leader && <line x1={leader.x} x2={leader.x} y1={leader.from + 8} y2={leader.to + 3} />}
          <text x={x} y={labelY + 12}>
            {text}
          </text>
        </g>
      ))}
      {marks.map((mark) => (
        <Mark key={mark.marks[0]?.key} placed={mark} />
      ))}
      <foreignObject x="0" y={titleY} width={width} height="22">
        <div className="timeline-title">
          <bdi>{rowTitle(row)}</bdi>
        </div>
      </foreignObject>
    </g>
  )
}

function Mark({ placed: { x, y, marks, lead, beyond } }: { placed: PlacedMark }) {
  return (
    <g transform={`translate(${x} ${y})`} data-mark={lead.key} data-count={marks.length}>
      <Told marks={marks} />
      {marks.length > 1 && (
        <g className="mark-behind" transform="translate(3 -3)">
          <MarkShape kind={lead.kind} state={lead.state} />
        </g>
      )}
      <MarkShape kind={lead.kind} state={lead.state} />
      {beyond && <path className="mark-beyond" d="m9-3 3 3-3 3" />}
    </g>
  )
}

/** What a mark is, for whoever points at it. */
function Told({ marks }: { marks: readonly PlacedMark["lead"][] }) {
  const { journey } = useSession()
  return (
    <title>
      {marks.map((mark) => `${markInFull(mark)}: ${markDay(mark, journey)}, ${markState(mark)}`).join("\n")}
    </title>
  )
}
