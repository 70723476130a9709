import type { Overview } from "../../messages/overview"
import { NUMBER_POINT, UPGRADE_ADVICE, UPGRADE_POINT } from "../../programmes/preflight-points"
import { AlertIcon, BoxIcon, CheckIcon, ChevronIcon, CrossIcon } from "../icons"
import { say, sayOf, type Values } from "../language/words"
import { SourceLine } from "../SourceLine"
import { useSession } from "../session"
import { chosenWallet, walletValues } from "./chosenWallet"
import { NumberCheck } from "./NumberCheck"

type State = "met" | "open" | "unmet"
type Prerequisite = Overview["prerequisites"][number]

/** The points that must be true of the chosen wallet, each to be answered; before there is one, only to be read. */
export function PreflightList() {
  const session = useSession()
  const { overview, journey } = session
  const { met, open, unmet } = journey.preflight
  const wallet = chosenWallet(session)
  const stateOf = (id: string): State => (met.includes(id) ? "met" : unmet.includes(id) ? "unmet" : "open")
  const asked = overview.prerequisites.filter(({ id }) => [...met, ...open, ...unmet].includes(id))
  return (
    <section className="panel preflight" aria-labelledby="preflight-heading">
      <h2 id="preflight-heading">{say("preflight_heading")}</h2>
      {wallet === undefined && <p className="hint">{say("preflight_choose_first")}</p>}
      <ul className="points-to-check">
        {asked.map((point) =>
          wallet === undefined ? (
            <li key={point.id} className="point" data-prerequisite={point.id} data-state="open">
              <PointMark state="open" />
              <h3>{sayOf("prerequisite", point.id)}</h3>
            </li>
          ) : (
            <Point
              key={point.id}
              point={point}
              state={stateOf(point.id)}
              values={walletValues(wallet)}
              provider={wallet.id}
            />
          ),
        )}
      </ul>
    </section>
  )
}

interface PointProps {
  point: Prerequisite
  state: State
  values: Values
  provider: string
}

function Point({ point: { id, source }, state, values, provider }: PointProps) {
  const { participant, send } = useSession()
  const save = (met: boolean) =>
    send({ type: "check", participant: participant.id, prerequisite: id, provider, met })
  const heading = `point-${id}`
  return (
    <li className="point" data-prerequisite={id} data-state={state}>
      <PointMark state={state} />
      <div className="point-body">
        <h3 id={heading}>
          {sayOf("prerequisite", id, "title", values) ?? sayOf("prerequisite", id)}
          <span className="visually-hidden">, {sayOf("preflight_state", state)}</span>
        </h3>
        <p className="hint">{sayOf("prerequisite", id, "why", values)}</p>
        {id === UPGRADE_POINT && state !== "met" && <UpgradeDays />}
        {id === NUMBER_POINT && <NumberCheck key={provider} values={values} onSave={save} />}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset needs a legend, and the heading is the name. */}
        <div className="answers" role="group" aria-labelledby={heading}>
          <Answer answer="met" state={state} onPress={() => void save(true)} />
          <Answer answer="unmet" state={state} onPress={() => void save(false)} />
        </div>
        {state === "unmet" && (
          <p className="point-todo">
            <AlertIcon />
            <span>
              <strong>{say("preflight_do_first")}</strong> {sayOf("prerequisite", id, "todo", values)}
            </span>
          </p>
        )}
        <details className="more">
          <summary>
            {say("why")}
            <ChevronIcon />
          </summary>
          <p>{sayOf("prerequisite", id)}</p>
          <SourceLine source={source} />
        </details>
      </div>
    </li>
  )
}

function Answer({ answer, state, onPress }: { answer: "met" | "unmet"; state: State; onPress: () => void }) {
  return (
    <button
      type="button"
      className="button small quiet answer"
      data-action={answer}
      aria-pressed={state === answer}
      onClick={onPress}
    >
      {answer === "met" ? <CheckIcon /> : <CrossIcon />}
      <span>{say(answer === "met" ? "preflight_met" : "preflight_unmet")}</span>
    </button>
  )
}

function PointMark({ state }: { state: State }) {
  return (
    <span className="point-mark">
      {state === "met" ? <CheckIcon /> : state === "unmet" ? <CrossIcon /> : <BoxIcon />}
    </span>
  )
}

/** How long an upgrade can take, so that it is not left to the last day. */
function UpgradeDays() {
  const { overview } = useSession()
  const advice = overview.advice.find(({ id }) => id === UPGRADE_ADVICE)
  return advice ? <p className="hint">{sayOf("advice", advice.id, "", advice.values)}</p> : null
}
