import { useEffect, useRef, useState } from "react"
import { WRONG_CODES_ADVICE } from "../../programmes/preflight-points"
import { ClockIcon, UndoIcon } from "../icons"
import { say, sayOf } from "../language/words"
import { SourceLine } from "../SourceLine"
import { useSession } from "../session"
import { When } from "../When"

const MINUTE = 60_000

/** After too many wrong codes: how long to wait before the next one. */
export function OtpWait() {
  const { overview, participant, journey, now, send } = useSession()
  const [acted, setActed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const advice = overview.advice.find(({ id }) => id === WRONG_CODES_ADVICE)
  const { wait } = journey.preflight
  // The page's clock goes by whole minutes, so that a wait that has just begun would seem a minute longer than it is.
  const left = wait
    ? Math.min(Math.ceil((Date.parse(wait.until) - now) / MINUTE), advice?.values.minutes ?? 0)
    : 0
  const waiting = wait !== undefined && left > 0
  // The button that was pressed has made room for the other one.
  useEffect(() => {
    if (!acted) return
    button.current?.focus()
    setActed(false)
  }, [acted])
  if (!advice) return null

  const press = async (message: Parameters<typeof send>[0]) => setActed(await send(message))
  return (
    <section className="panel otp-wait" aria-labelledby="otp-heading">
      <h2 id="otp-heading">{say("wrong_codes_heading")}</h2>
      <p>{sayOf("advice", advice.id, "", advice.values)}</p>
      {waiting ? (
        <div className="countdown" data-wait={wait.until}>
          <p className="countdown-left">
            <ClockIcon />
            <span>{say("wrong_codes_waiting", { minutes: left })}</span>
          </p>
          <p>
            {say("wrong_codes_until")} <When at={wait.until} />
          </p>
          <button
            ref={button}
            type="button"
            className="button small quiet"
            data-action="undo-wrong-codes"
            onClick={() => void press({ type: "retract", participant: participant.id, fact: wait.fact })}
          >
            <UndoIcon />
            <span>{say("wrong_codes_undo")}</span>
          </button>
        </div>
      ) : (
        <button
          ref={button}
          type="button"
          className="button small quiet"
          data-action="wrong-codes"
          onClick={() => void press({ type: "wrong-codes", participant: participant.id })}
        >
          {say("wrong_codes_button", { tries: advice.values.tries ?? "" })}
        </button>
      )}
      <SourceLine source={advice.source} />
    </section>
  )
}
