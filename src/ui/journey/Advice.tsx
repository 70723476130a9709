import type { StepView } from "../../journey/journey"
import type { Mode } from "../../programmes/steps"
import { say, sayOf } from "../language/words"
import { SourceLine } from "../SourceLine"
import { useSession } from "../session"

/** Limits to know of at a step: tries a day, wrong codes. Of a training whose mode is not known, those of every mode. */
export function Advice({ step, mode }: { step: StepView; mode: Mode | undefined }) {
  const { overview } = useSession()
  const told = overview.advice.filter(
    ({ steps, modes }) => steps.includes(step.id) && (!modes || mode === undefined || modes.includes(mode)),
  )
  if (told.length === 0) return null
  return (
    <div className="advice">
      <strong>{say("advice_heading")}</strong>
      <ul>
        {told.map(({ id, values, source }) => (
          <li key={id} data-advice={id}>
            {sayOf("advice", id, "", values)}
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </div>
  )
}
