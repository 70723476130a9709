import { type ReactNode, useEffect, useId, useState } from "react"
import browser, { type Notifications } from "webextension-polyfill"
import { type Preferences, USUAL_PREFERENCES } from "../messages/preferences"
import { useCommonSession } from "./session"
import { type MessageKey, say } from "./words"

/** Reminders, quiet hours, the number on the icon and the card within pages. */
export function PreferenceSettings() {
  const { overview, send } = useCommonSession()
  // Two switches in a row must not go by an overview that knows of neither.
  const [wanted, setWanted] = useState<Preferences>()
  const preferences = wanted ?? overview.preferences
  const [quietBefore, setQuietBefore] = useState(preferences.quiet ?? USUAL_PREFERENCES.quiet)
  const change = async (part: Partial<Preferences>) => {
    const next = { ...preferences, ...part }
    setWanted(next)
    await send({ type: "change-preferences", preferences: next })
    setWanted((latest) => (latest === next ? undefined : latest))
  }
  const { quiet } = preferences
  const changeQuiet = (part: { from?: string; to?: string }) => {
    const next = { ...(quiet ?? { from: "", to: "" }), ...part }
    if (next.from === "" || next.to === "") return
    setQuietBefore(next)
    void change({ quiet: next })
  }
  return (
    <section className="panel preferences" id="reminders" aria-labelledby="preferences-heading">
      <h2 id="preferences-heading">{say("preferences_heading")}</h2>
      <Switch
        name="reminders"
        label="preference_reminders"
        hint="preference_reminders_hint"
        checked={preferences.reminders}
        onChange={(reminders) => void change({ reminders })}
      />
      {preferences.reminders && <Denied />}
      <Switch
        name="quiet"
        label="preference_quiet"
        hint="preference_quiet_hint"
        checked={quiet !== null}
        onChange={(isQuiet) => void change({ quiet: isQuiet ? quietBefore : null })}
      >
        {quiet && (
          <div className="preference-times">
            <Clock name="quietFrom" label="preference_quiet_from" value={quiet.from} onChange={changeQuiet} />
            <Clock name="quietTo" label="preference_quiet_to" value={quiet.to} onChange={changeQuiet} />
          </div>
        )}
      </Switch>
      <Switch
        name="badge"
        label="preference_badge"
        hint="preference_badge_hint"
        checked={preferences.badge}
        onChange={(badge) => void change({ badge })}
      />
      <Switch
        name="hints"
        label="preference_hints"
        hint="preference_hints_hint"
        checked={preferences.hints}
        onChange={(hints) => void change({ hints })}
      />
    </section>
  )
}

interface SwitchProps {
  name: keyof Preferences
  label: MessageKey
  hint: MessageKey
  checked: boolean
  onChange: (checked: boolean) => void
  children?: ReactNode
}

function Switch({ name, label, hint, checked, onChange, children }: SwitchProps) {
  const id = useId()
  return (
    <div className="preference">
      <label className="preference-switch" htmlFor={id}>
        <span>
          <span className="preference-label">{say(label)}</span>
          <span className="hint" id={`${id}-hint`}>
            {say(hint)}
          </span>
        </span>
        <input
          id={id}
          name={name}
          type="checkbox"
          aria-describedby={`${id}-hint`}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
      </label>
      {children}
    </div>
  )
}

interface ClockProps {
  name: "quietFrom" | "quietTo"
  label: MessageKey
  value: string
  onChange: (part: { from?: string; to?: string }) => void
}

/** Left to itself while it is typed in: only a whole clock is taken. */
function Clock({ name, label, value, onChange }: ClockProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <input
        id={id}
        name={name}
        type="time"
        required
        defaultValue={value}
        onChange={({ target }) =>
          onChange(name === "quietFrom" ? { from: target.value } : { to: target.value })
        }
        onBlur={({ target }) => {
          if (target.value === "") target.value = value
        }}
      />
    </div>
  )
}

interface ChromesOwn {
  getPermissionLevel?: () => Promise<Notifications.PermissionLevel>
}

/** Only Chrome tells whether its own settings keep our notifications back. */
function Denied() {
  const [denied, setDenied] = useState(false)
  useEffect(() => {
    const notifications: ChromesOwn = browser.notifications as ChromesOwn
    notifications
      .getPermissionLevel?.()
      .then((level) => setDenied(level === "denied"))
      .catch((error: unknown) => console.error(error))
  }, [])
  return denied ? (
    <p className="notice" data-failed="true">
      {say("preference_denied")}
    </p>
  ) : null
}
