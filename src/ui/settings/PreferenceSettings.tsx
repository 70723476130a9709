import { type ReactNode, useEffect, useId, useRef, useState } from "react"
import browser, { type Notifications } from "webextension-polyfill"
import { type Preferences, USUAL_PREFERENCES } from "../../messages/preferences"
import { type MessageKey, say } from "../language/words"
import { OutcomeMark } from "../OutcomeMark"
import type { Choices } from "./useChoices"

/** Reminders, quiet hours, the number on the icon and the card within pages. */
export function PreferenceSettings({ choices }: { choices: Choices }) {
  const { preferences, change } = choices
  const [quietBefore, setQuietBefore] = useState(preferences.quiet ?? USUAL_PREFERENCES.quiet)
  const { quiet } = preferences
  const changeQuiet = (part: { from?: string; to?: string }) => {
    const next = { ...(quiet ?? { from: "", to: "" }), ...part }
    if (next.from === "" || next.to === "") return
    setQuietBefore(next)
    change("quiet", { quiet: next })
  }
  return (
    <section className="panel preferences" id="reminders" aria-labelledby="preferences-heading">
      <h2 id="preferences-heading">{say("preferences_heading")}</h2>
      <Switch
        choices={choices}
        name="reminders"
        label="preference_reminders"
        hint="preference_reminders_hint"
        checked={preferences.reminders}
        onChange={(reminders) => change("reminders", { reminders })}
      />
      {preferences.reminders && <Denied />}
      <Switch
        choices={choices}
        name="quiet"
        label="preference_quiet"
        hint="preference_quiet_hint"
        checked={quiet !== null}
        onChange={(isQuiet) => change("quiet", { quiet: isQuiet ? quietBefore : null })}
      >
        {quiet && (
          <div className="preference-times">
            <Clock
              choices={choices}
              name="quietFrom"
              label="preference_quiet_from"
              value={quiet.from}
              onChange={changeQuiet}
            />
            <Clock
              choices={choices}
              name="quietTo"
              label="preference_quiet_to"
              value={quiet.to}
              onChange={changeQuiet}
            />
          </div>
        )}
      </Switch>
      <Switch
        choices={choices}
        name="badge"
        label="preference_badge"
        hint="preference_badge_hint"
        checked={preferences.badge}
        onChange={(badge) => change("badge", { badge })}
      />
      <Switch
        choices={choices}
        name="hints"
        label="preference_hints"
        hint="preference_hints_hint"
        checked={preferences.hints}
        onChange={(hints) => change("hints", { hints })}
      />
    </section>
  )
}

interface SwitchProps {
  choices: Choices
  name: keyof Preferences
  label: MessageKey
  hint: MessageKey
  checked: boolean
  onChange: (checked: boolean) => void
  children?: ReactNode
}

function Switch({ choices, name, label, hint, checked, onChange, children }: SwitchProps) {
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
      <OutcomeMark of={name} outcome={choices.outcome} />
    </div>
  )
}

interface ClockProps {
  choices: Choices
  name: "quietFrom" | "quietTo"
  label: MessageKey
  value: string
  onChange: (part: { from?: string; to?: string }) => void
}

/** Left to itself while it is typed in: only a whole clock is taken. */
function Clock({ choices, name, label, value, onChange }: ClockProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a failure it goes back to what holds
  useEffect(() => {
    if (input.current) input.current.value = value
  }, [value, choices.failures])
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <input
        ref={input}
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
