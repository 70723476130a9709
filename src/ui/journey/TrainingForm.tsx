import { type FormEvent, useId, useState } from "react"
import type { Particulars } from "../../journey/facts"
import { MODES } from "../../programmes/steps"
import { say, sayOf } from "../language/words"
import { MeetingRows, meetingsIn } from "./MeetingRows"

interface Props {
  particulars?: Particulars
  /** A training that is only just added needs a name; one that is only a place may do without. */
  titleRequired?: boolean
  heading?: string
  onSave: (particulars: Particulars) => Promise<void>
  onCancel: () => void
}

/**
 * What the person knows of a training. What is left empty stays as it was. Once there are meetings, the first and
 * the last of them are its beginning and its end.
 */
export function TrainingForm({ particulars = {}, titleRequired = false, heading, onSave, onCancel }: Props) {
  const [hasMeetings, setHasMeetings] = useState((particulars.meetings ?? []).length > 0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const changed = entered(new FormData(event.currentTarget), particulars)
    if (Object.keys(changed).length === 0) onCancel()
    else void onSave(changed)
  }
  const dayOf = (value: string | undefined) => value?.slice(0, 10)
  const clockOf = (value: string | undefined) => value?.slice(11, 16)
  return (
    <form className="training-form" onSubmit={submit}>
      {heading !== undefined && <h3>{heading}</h3>}
      <Field
        name="title"
        label="training_title"
        value={particulars.title}
        max={200}
        required={titleRequired}
      />
      <fieldset>
        <legend>{say("training_mode")}</legend>
        <div className="choices">
          {MODES.map((mode) => (
            <label key={mode} className="choice">
              <input type="radio" name="mode" value={mode} defaultChecked={particulars.mode === mode} />
              <span>{sayOf("mode", mode)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="provider" label="training_provider" value={particulars.provider} max={120} />
      <Field name="boughtOn" label="training_bought_on" type="date" value={particulars.boughtOn} />
      {!hasMeetings && (
        <>
          <div className="field-pair">
            <Field
              name="startsOn"
              label="training_starts_on"
              type="date"
              value={dayOf(particulars.startsAt)}
            />
            <Field
              name="startsTime"
              label="training_starts_time"
              type="time"
              value={clockOf(particulars.startsAt)}
            />
          </div>
          <Field name="endsOn" label="training_ends_on" type="date" value={dayOf(particulars.endsAt)} />
        </>
      )}
      <MeetingRows known={particulars.meetings ?? []} onCount={(count) => setHasMeetings(count > 0)} />
      <Field
        name="skillsDemoBy"
        label="training_skills_demo_by"
        type="date"
        value={dayOf(particulars.skillsDemoBy)}
      />
      <div className="form-buttons">
        <button type="submit" className="button small" data-action="save-training">
          {say("save")}
        </button>
        <button type="button" className="button small quiet" onClick={onCancel}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

interface FieldProps {
  name: string
  label: Parameters<typeof say>[0]
  value: string | undefined
  type?: "text" | "date" | "time"
  max?: number
  required?: boolean
}

function Field({ name, label, value, type = "text", max, required = false }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <input id={id} name={name} type={type} defaultValue={value} maxLength={max} required={required} />
    </div>
  )
}

/**
 * What the form says otherwise than is known, as particulars: what was left alone is not the person's word, so that
 * pages may go on telling it. An end keeps the clock that it had.
 */
function entered(form: FormData, known: Particulars): Particulars {
  const text = (name: string) => String(form.get(name) ?? "").trim()
  const found: Particulars = {}
  const starts = text("startsOn")
  const mode = MODES.find((each) => each === text("mode"))
  const startsAt = starts === "" || text("startsTime") === "" ? starts : `${starts}T${text("startsTime")}`
  const isNew = (value: string, before = "") => value !== "" && value !== before
  if (isNew(text("title"), known.title)) found.title = text("title")
  if (isNew(text("provider"), known.provider)) found.provider = text("provider")
  if (mode && mode !== known.mode) found.mode = mode
  if (isNew(text("boughtOn"), known.boughtOn)) found.boughtOn = text("boughtOn")
  if (isNew(startsAt, known.startsAt)) found.startsAt = startsAt
  if (isNew(text("endsOn"), known.endsAt?.slice(0, 10))) found.endsAt = text("endsOn")
  if (isNew(text("skillsDemoBy"), known.skillsDemoBy?.slice(0, 10))) found.skillsDemoBy = text("skillsDemoBy")
  return { ...found, ...schedule(meetingsIn(form), known) }
}

/** The meetings, with the beginning and the end that follow from them; no more meetings when all were removed. */
function schedule(meetings: readonly string[], known: Particulars): Particulars {
  const [first, last] = [meetings.at(0), meetings.at(-1)]
  if (first === undefined || last === undefined)
    return (known.meetings ?? []).length === 0 ? {} : { meetings: [] }
  if (meetings.join() === [...(known.meetings ?? [])].sort().join()) return {}
  const endsThen = known.endsAt?.slice(0, 10) === last.slice(0, 10)
  return { meetings: [...meetings], startsAt: first, ...(!endsThen && { endsAt: last.slice(0, 10) }) }
}
