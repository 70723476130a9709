import type { TrainingView } from "../../journey/journey"
import { formatDateOrTime } from "../language/formats"
import { say, sayOf } from "../language/words"
import { useSession } from "../session"

/** What a training is known by, so that two can be compared. */
export function TrainingCard({ training }: { training: TrainingView }) {
  const { journey } = useSession()
  const { title, seenOn, particulars } = training
  const { provider, mode, boughtOn, startsAt, endsAt } = particulars
  const days = [startsAt, endsAt]
    .filter((day) => day !== undefined)
    .map((day) => formatDateOrTime(day, journey))
  const lines = [
    [provider, mode && sayOf("mode", mode)].filter(Boolean).join(" · "),
    days.join(" – "),
    boughtOn === undefined ? "" : say("card_bought", { date: formatDateOrTime(boughtOn, journey) }),
    seenOn.length > 0 ? say("same_seen_on", { sites: seenOn.join(", ") }) : say("same_added"),
  ]
  return (
    <div className="training-card">
      <strong>
        <bdi>{title ?? say("training_next")}</bdi>
      </strong>
      {lines
        .filter((line) => line !== "")
        .map((line) => (
          <span key={line}>
            <bdi>{line}</bdi>
          </span>
        ))}
    </div>
  )
}
