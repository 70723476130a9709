import { type ReactNode, useId } from "react"
import { LANGUAGES, OWN_ZONES } from "../../messages/languages"
import { ownTimeZone } from "../language/formats"
import { browserLanguage, say } from "../language/words"
import { OutcomeMark } from "../OutcomeMark"
import { useCommonSession } from "../session"
import type { Choices } from "./useChoices"

/** The language of Jejak's words, and the clock by which the person lives. */
export function LanguageSettings({ choices }: { choices: Choices }) {
  const { programme } = useCommonSession().overview
  const { language, zone } = choices.preferences
  return (
    <section className="panel preferences" id="language" aria-labelledby="language-heading">
      <h2 id="language-heading">{say("language_heading")}</h2>
      <Choice
        name="language"
        legend={say("language_legend")}
        choices={choices}
        options={[
          ["browser", say("language_browser", { language: say(`language_${browserLanguage()}`) })],
          ...LANGUAGES.map((each) => {
            const itsName = (
              <span key={each} lang={each}>
                {say(`language_${each}`)}
              </span>
            )
            return [each, itsName] as const
          }),
        ]}
        chosen={language}
        onChoose={(wanted) => choices.change("language", { language: wanted })}
      />
      <Choice
        name="zone"
        legend={say("zone_legend")}
        hint={say("zone_hint", { label: programme.zoneLabel })}
        choices={choices}
        options={[
          [null, say("zone_browser", { zone: ownTimeZone() })],
          ...OWN_ZONES.map((each) => [each, say(ZONE_NAMES[each])] as const),
        ]}
        chosen={zone}
        onChoose={(wanted) => choices.change("zone", { zone: wanted })}
      />
    </section>
  )
}

const ZONE_NAMES = {
  "Asia/Jakarta": "zone_jakarta",
  "Asia/Makassar": "zone_makassar",
  "Asia/Jayapura": "zone_jayapura",
} as const

interface ChoiceProps<Value> {
  name: string
  legend: string
  hint?: string
  choices: Choices
  /** Each with its name. */
  options: readonly (readonly [Value, ReactNode])[]
  chosen: Value
  onChoose: (value: Value) => void
}

function Choice<Value extends string | null>(props: ChoiceProps<Value>) {
  const { name, legend, hint, choices, options, chosen, onChoose } = props
  const id = useId()
  return (
    <fieldset className="preference" aria-describedby={hint && `${id}-hint`}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="preference-options">
        {options.map(([value, label]) => (
          <label key={value} className="preference-option">
            <input
              type="radio"
              name={name}
              value={value ?? ""}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <OutcomeMark of={name} outcome={choices.outcome} />
    </fieldset>
  )
}
