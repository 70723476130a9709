import { type FormEvent, useEffect, useId, useState } from "react"
import { type MessageKey, say, type Values } from "../language/words"
import { compareNumbers, mobileNumber } from "./phoneNumber"

/** The longest way to write a number, with room for what came along when it was copied. */
const LONGEST = 40

interface Props {
  values: Values
  /** Keeps the outcome, once the person presses the button; the numbers themselves stay here. */
  onSave: (same: boolean) => Promise<boolean>
}

/**
 * Compares two phone numbers as they are typed. They live in this component alone and are forgotten with the page. The
 * outcome is kept on a press only: a number half typed can be equal to another for a moment.
 */
export function NumberCheck({ values, onSave }: Props) {
  const [programme, setProgramme] = useState("")
  const [wallet, setWallet] = useState("")
  const heading = useId()
  useEffect(() => {
    // A page that is left may be kept to come back to.
    const forget = () => {
      setProgramme("")
      setWallet("")
    }
    addEventListener("pagehide", forget)
    return () => removeEventListener("pagehide", forget)
  }, [])
  const outcome = compareNumbers(programme, wallet)
  const [one, other] = [mobileNumber(programme)?.national ?? "", mobileNumber(wallet)?.national ?? ""]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (outcome !== "unfinished") void onSave(outcome === "same")
  }
  return (
    <form
      className="numbers"
      data-outcome={outcome}
      autoComplete="off"
      aria-labelledby={heading}
      onSubmit={submit}
    >
      <h4 id={heading}>{say("numbers_heading")}</h4>
      <p className="hint">{say("numbers_privacy")}</p>
      <div className="number-fields">
        <NumberField
          field="programme-number"
          label="numbers_programme"
          text={programme}
          onText={setProgramme}
        />
        <NumberField
          field="wallet-number"
          label="numbers_wallet"
          values={values}
          text={wallet}
          onText={setWallet}
        />
      </div>
      <p className="numbers-outcome" role="status">
        {outcome === "same" && say("numbers_same", { number: one })}
        {outcome === "different" && say("numbers_different", { one, other })}
      </p>
      {outcome !== "unfinished" && (
        <button type="submit" className="button small" data-action="save-numbers">
          {say(outcome === "same" ? "numbers_save_same" : "numbers_save_different")}
        </button>
      )}
    </form>
  )
}

interface FieldProps {
  field: string
  label: MessageKey
  values?: Values
  text: string
  onText: (text: string) => void
}

function NumberField({ field, label, values = {}, text, onText }: FieldProps) {
  const id = useId()
  const number = mobileNumber(text)
  return (
    <div className="field">
      <label htmlFor={id}>{say(label, values)}</label>
      <input
        id={id}
        data-field={field}
        type="text"
        inputMode="tel"
        // Not for convenience alone: both browsers write what stands in other fields to disk, to restore their tabs.
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST}
        aria-describedby={`${id}-read`}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <p className="hint" id={`${id}-read`}>
        {text.trim() !== "" &&
          (number ? say("numbers_read_as", { number: number.national }) : say("numbers_unfinished"))}
      </p>
    </div>
  )
}
