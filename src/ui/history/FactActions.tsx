import type { HistoryAction, HistoryEntry } from "../../journey/history"
import { CheckIcon, CrossIcon, PencilIcon, UndoIcon } from "../icons"
import { say } from "../language/words"
import { useSession } from "../session"
import type { OverviewMessage } from "../useOverview"

interface Props {
  entry: HistoryEntry
  /** What it says, so that a button's name tells what it is about. */
  words: string
  correcting: boolean
  onCorrect: () => void
  onActed: () => void
}

const ICONS = { confirm: CheckIcon, reject: CrossIcon, undo: UndoIcon, correct: PencilIcon }

/** What can be done about an entry, each in one click. */
export function FactActions({ entry, words, correcting, onCorrect, onActed }: Props) {
  const { participant, send } = useSession()
  const act = async (action: HistoryAction) => {
    if (action === "correct") return onCorrect()
    const message = messageOf(action, entry, participant.id)
    if (message && (await send(message))) onActed()
  }
  return (
    <div className="fact-actions">
      {entry.can.map((action) => {
        const Icon = ICONS[action]
        const label = labelOf(action, entry)
        return (
          <button
            key={action}
            type="button"
            className={action === "confirm" ? "button small" : "button small quiet"}
            data-action={action}
            aria-label={`${label}: ${words}`}
            aria-expanded={action === "correct" ? correcting : undefined}
            onClick={(event) => {
              // A button may mean the opposite once the reply is there: the second half of a double click is not meant.
              if (event.detail <= 1) void act(action)
            }}
          >
            <Icon />
            {label}
          </button>
        )
      })}
    </div>
  )
}

function labelOf(action: HistoryAction, { standing }: HistoryEntry): string {
  if (action === "confirm") return say("fact_confirm")
  if (action === "reject") return say(standing === "waiting" ? "fact_refuse" : "fact_reject")
  return say(action === "undo" ? "undo" : "fact_correct")
}

/** A no to what waits for one; anything else of a page is rejected as wrong. */
function messageOf(
  action: Exclude<HistoryAction, "correct">,
  { id: fact, standing, undo }: HistoryEntry,
  participant: string,
): OverviewMessage | undefined {
  if (action === "undo") return undo === undefined ? undefined : { type: "retract", participant, fact: undo }
  if (action === "confirm") return { type: "answer", participant, fact, yes: true }
  if (standing === "waiting") return { type: "answer", participant, fact, yes: false }
  return { type: "reject", participant, fact }
}
