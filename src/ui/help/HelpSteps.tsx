import { useEffect, useState } from "react"
import { ask } from "../../messages/ask"
import type { Guide, GuideDeadline } from "../../messages/guide"
import type { Failure } from "../../messages/messages"
import { Folded } from "../Folded"
import { listed } from "../language/formats"
import { say, sayOf } from "../language/words"
import { failed } from "../Notice"
import { SourceLine } from "../SourceLine"
import { useCommonSession } from "../session"
import { ruleWords } from "./ruleWords"

/** Every step of the programme: what it is, what to do, and until when. */
export function HelpSteps() {
  const { overview } = useCommonSession()
  const [guide, setGuide] = useState<Guide>()
  const [failure, setFailure] = useState<Failure>()
  const { name } = overview.programme
  // biome-ignore lint/correctness/useExhaustiveDependencies: another programme has another guide
  useEffect(() => {
    void ask({ type: "guide" }).then((reply) =>
      reply.ok ? setGuide(reply.value) : setFailure(reply.failure),
    )
  }, [name])
  return (
    <section className="panel help" id="steps" aria-labelledby="steps-heading">
      <h2 id="steps-heading">{say("help_steps_heading")}</h2>
      <p>{say("help_steps_text", { programme: name })}</p>
      {failure && <p className="error">{failed(failure).words}</p>}
      {guide?.steps.map((step, index) => (
        <HelpStep key={step.id} step={step} number={index + 1} />
      ))}
    </section>
  )
}

function HelpStep({
  step: { id, source, deadlines },
  number,
}: {
  step: Guide["steps"][number]
  number: number
}) {
  const { advice } = useCommonSession().overview
  const waiting = sayOf("step", id, "wait")
  return (
    <Folded id={`step-${id}`} heading={`${number}. ${sayOf("step", id, "title") ?? id}`}>
      <p>{sayOf("step", id, "meaning")}</p>
      <h4>{say("help_step_do")}</h4>
      <p>{sayOf("step", id, "next")}</p>
      {waiting !== undefined && <p>{waiting}</p>}
      {advice
        .filter(({ steps }) => steps.includes(id))
        .map(({ id: one, values }) => (
          <p key={one}>{sayOf("advice", one, "", values)}</p>
        ))}
      <SourceLine source={source} />
      {deadlines.length > 0 && (
        <>
          <h4>{say("help_step_when")}</h4>
          <ul className="help-rules">
            {deadlines.map((deadline) => (
              <HelpDeadline key={deadline.id} deadline={deadline} />
            ))}
          </ul>
        </>
      )}
    </Folded>
  )
}

function HelpDeadline({ deadline: { id, modes, opens, closes, source } }: { deadline: GuideDeadline }) {
  const { zoneLabel } = useCommonSession().overview.programme
  const inModes =
    modes &&
    listed(
      modes.map((mode) => sayOf("mode", mode) ?? mode),
      "or",
    )
  const missed = closes && sayOf("deadline", id, "missed")
  return (
    <li data-rule={id}>
      <strong>
        {sayOf("deadline", id, "name") ?? id}
        {inModes !== undefined && ` (${inModes})`}
      </strong>
      <p>{ruleWords({ opens, closes }, zoneLabel)}</p>
      {missed !== undefined && <p>{say("help_rule_missed", { missed })}</p>}
      <SourceLine source={source} />
    </li>
  )
}
