import { say } from "../language/words"
import type { SummaryPart } from "./summary"

interface Props {
  parts: readonly SummaryPart[]
  /** Ids of the parts that are left out. */
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

const PAYMENTS = "payments"

/** Which parts the summary is to have. */
export function SummaryChoice({ parts, left, onChange }: Props) {
  const toggle = (part: string) => {
    const next = new Set(left)
    if (!next.delete(part)) next.add(part)
    onChange(next)
  }
  const only = (kept: string) => onChange(new Set(parts.map(({ id }) => id).filter((id) => id !== kept)))
  return (
    <fieldset className="summary-choice">
      <legend>
        <h2 id="summary-choice">{say("summary_choice")}</h2>
      </legend>
      <ul>
        {parts.map(({ id, heading }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                name="part"
                value={id}
                checked={!left.has(id)}
                onChange={() => toggle(id)}
              />
              <bdi>{heading}</bdi>
            </label>
          </li>
        ))}
      </ul>
      <div className="summary-shortcuts">
        <button
          type="button"
          className="link-button"
          data-action="include-all"
          onClick={() => onChange(new Set())}
        >
          {say("summary_all")}
        </button>
        {parts.some(({ id }) => id === PAYMENTS) && (
          <button
            type="button"
            className="link-button"
            data-action="include-payments"
            onClick={() => only(PAYMENTS)}
          >
            {say("summary_payments_only")}
          </button>
        )}
      </div>
    </fieldset>
  )
}
