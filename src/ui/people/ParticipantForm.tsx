import { type FormEvent, useId, useState } from "react"
import type { Overview, ParticipantView } from "../../messages/overview"
import { type MessageKey, say } from "../language/words"

export interface ParticipantEntry {
  displayName: string
  wave: number
  announcedOn: string
}

interface Props {
  participant: ParticipantView | undefined
  waves: Overview["waves"] | undefined
  /** Today's civil date. */
  today: string
  onSave: (entry: ParticipantEntry) => Promise<void>
  /** The form is one of several things on a page, and can be left. */
  onCancel?: () => void
  /** It is about somebody else than whose browser this is. */
  another?: boolean
}

type Errors = Partial<Record<keyof ParticipantEntry, MessageKey>>

/** Name, wave and day of the announcement: all that Jejak needs to begin. */
export function ParticipantForm({ participant, waves, today, onSave, onCancel, another = false }: Props) {
  const [errors, setErrors] = useState<Errors>({})
  const [wave, setWave] = useState(String(participant?.wave ?? ""))
  const [announcedOn, setAnnouncedOn] = useState(participant?.announcedOn ?? "")
  const year = waves?.years.find((each) => each.from <= Number(wave) && Number(wave) <= each.to)?.year
  const outsideYear = year !== undefined && announcedOn !== "" && !announcedOn.startsWith(`${year}-`)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const entry = read(new FormData(form))
    const found = mistakes(entry, today)
    setErrors(found)
    const [first] = Object.keys(found)
    if (first === undefined) void onSave(entry)
    else form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
  }

  return (
    <form className="participant-form" onSubmit={submit} noValidate>
      <Field name="displayName" label="form_name" hint="form_name_hint" error={errors.displayName}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={60}
            autoComplete={another ? "off" : "nickname"}
            required
            defaultValue={participant?.displayName}
          />
        )}
      </Field>
      <Field
        name="wave"
        label="form_wave"
        hint={year === undefined ? "form_wave_hint" : "form_wave_year"}
        values={{ year: year ?? "" }}
        error={errors.wave}
      >
        {(described) => (
          <input
            {...described}
            type="number"
            inputMode="numeric"
            min={1}
            max={999}
            required
            value={wave}
            onChange={(event) => setWave(event.target.value)}
          />
        )}
      </Field>
      <Field
        name="announcedOn"
        label="form_announced"
        hint={outsideYear ? "form_announced_outside_year" : "form_announced_hint"}
        values={{ wave, year: year ?? "" }}
        error={errors.announcedOn}
      >
        {(described) => (
          <input
            {...described}
            type="date"
            required
            min={year === undefined ? undefined : `${year}-01-01`}
            max={year === undefined || `${year}-12-31` > today ? today : `${year}-12-31`}
            value={announcedOn}
            onChange={(event) => setAnnouncedOn(event.target.value)}
          />
        )}
      </Field>
      <div className="form-buttons">
        <button type="submit" className="button primary">
          {say(participant ? "save" : another ? "people_add" : "form_submit")}
        </button>
        {onCancel && (
          <button type="button" className="button quiet" data-action="cancel" onClick={onCancel}>
            {say("cancel")}
          </button>
        )}
      </div>
    </form>
  )
}

interface FieldProps {
  name: keyof ParticipantEntry
  label: MessageKey
  hint: MessageKey
  values?: Record<string, string | number>
  error: MessageKey | undefined
  children: (described: {
    id: string
    name: string
    "aria-describedby": string
    "aria-invalid": boolean
  }) => React.ReactNode
}

function Field({ name, label, hint, values = {}, error, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{say(label)}</label>
      {children({
        id,
        name,
        "aria-describedby": `${id}-hint ${id}-error`,
        "aria-invalid": error !== undefined,
      })}
      <p className="hint" id={`${id}-hint`}>
        {say(hint, values)}
      </p>
      <p className="error" id={`${id}-error`} aria-live="polite">
        {error && say(error)}
      </p>
    </div>
  )
}

function read(form: FormData): ParticipantEntry {
  const text = (name: string) => String(form.get(name) ?? "").trim()
  return { displayName: text("displayName"), wave: Number(text("wave")), announcedOn: text("announcedOn") }
}

function mistakes(entry: ParticipantEntry, today: string): Errors {
  const found: Errors = {}
  if (entry.displayName === "" || entry.displayName.length > 60) found.displayName = "form_name_error"
  if (!Number.isInteger(entry.wave) || entry.wave < 1 || entry.wave > 999) found.wave = "form_wave_error"
  if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.announcedOn)) found.announcedOn = "form_announced_error"
  else if (entry.announcedOn > today) found.announcedOn = "form_announced_future"
  return found
}
