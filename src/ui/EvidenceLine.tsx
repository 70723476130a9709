import type { Evidence } from "../journey/journey"
import { whoSaid } from "./evidence-words"
import { useSession } from "./session"
import { When } from "./When"

/** Why something is believed: who said it, where, when and in which words. */
export function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const { participant } = useSession()
  return (
    <p className="evidence">
      {whoSaid(evidence, participant.displayName)}
      {evidence.words !== undefined && (
        <q className="evidence-words">
          <bdi>{evidence.words}</bdi>
        </q>
      )}
      <span className="evidence-when">
        <When at={evidence.at} />
      </span>
    </p>
  )
}
