import { type MouseEvent, useEffect, useId, useRef, useState } from "react"
import { CrossIcon, PlusIcon } from "../icons"
import { say } from "../language/words"

/** As many as a training's particulars can hold. */
const MOST = 60

interface Row {
  key: number
  on: string
  time: string
}

/** Date and time of each meeting, as rows that can be added and removed. `known` are "2024-03-01T09:00". */
export function MeetingRows({
  known,
  onCount,
}: {
  known: readonly string[]
  onCount: (count: number) => void
}) {
  const [rows, setRows] = useState(() => [...known].sort().map(rowOf))
  const [focused, setFocused] = useState<number>()
  const adding = useRef<HTMLButtonElement>(null)
  const change = (next: Row[]) => {
    setRows(next)
    onCount(next.length)
  }
  const add = (event: MouseEvent<HTMLButtonElement>) => {
    const first = rows.length === 0 ? beginningIn(event.currentTarget.form) : []
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1
    const last = rows.at(-1) ?? first.at(0)
    change([...rows, ...first, { key, on: "", time: last?.time ?? "" }])
    setFocused(key)
  }
  const remove = (key: number) => {
    change(rows.filter((row) => row.key !== key))
    adding.current?.focus()
  }
  return (
    <fieldset className="meetings">
      <legend>{say("training_meetings")}</legend>
      <p className="hint">{say("training_meetings_hint")}</p>
      <ol>
        {rows.map((row, index) => (
          <Meeting
            key={row.key}
            row={row}
            n={index + 1}
            focused={row.key === focused}
            onRemove={() => remove(row.key)}
          />
        ))}
      </ol>
      <button
        ref={adding}
        type="button"
        className="button small quiet"
        data-action="add-meeting"
        disabled={rows.length >= MOST}
        onClick={add}
      >
        <PlusIcon />
        {say("training_meeting_add")}
      </button>
    </fieldset>
  )
}

interface MeetingProps {
  row: Row
  n: number
  focused: boolean
  onRemove: () => void
}

function Meeting({ row, n, focused, onRemove }: MeetingProps) {
  const [on, time] = [useId(), useId()]
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  return (
    <li className="meeting">
      <label className="visually-hidden" htmlFor={on}>
        {say("training_meeting_on", { n })}
      </label>
      <input ref={field} id={on} name="meetingOn" type="date" defaultValue={row.on} required />
      <label className="visually-hidden" htmlFor={time}>
        {say("training_meeting_time", { n })}
      </label>
      <input id={time} name="meetingTime" type="time" defaultValue={row.time} required />
      <button
        type="button"
        className="icon-button"
        data-action="remove-meeting"
        aria-label={say("training_meeting_remove", { n })}
        title={say("training_meeting_remove", { n })}
        onClick={onRemove}
      >
        <CrossIcon />
      </button>
    </li>
  )
}

function rowOf(meeting: string, key: number): Row {
  return { key, on: meeting.slice(0, 10), time: meeting.slice(11, 16) }
}

/** The beginning that the form already names is the first meeting. */
function beginningIn(form: HTMLFormElement | null): Row[] {
  if (!form) return []
  const fields = new FormData(form)
  const [on, time] = [String(fields.get("startsOn") ?? ""), String(fields.get("startsTime") ?? "")]
  return on === "" || time === "" ? [] : [{ key: 0, on, time }]
}

/** The meetings that a form's rows name, each once, earliest first. */
export function meetingsIn(form: FormData): string[] {
  const times = form.getAll("meetingTime").map(String)
  const named = form.getAll("meetingOn").map((on, index) => `${String(on)}T${times[index] ?? ""}`)
  return [...new Set(named)].filter((meeting) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(meeting)).sort()
}
