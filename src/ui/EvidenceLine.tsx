import type { Evidence } from "../journey/journey"
import { useSession } from "./session"
import { When } from "./When"
import { say } from "./words"

/** Why something is believed: who said it, where, when and in which words. */
export function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const { participant } = useSession()
  return (
    <p className="evidence">
      {evidence.by === "person"
        ? say("evidence_person", { name: participant.displayName })
        : seenWhere(evidence)}
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

/** A host that the person watches has no other name. */
function seenWhere({ site = "", host = "" }: Evidence): string {
  return site === host ? say("evidence_host", { host }) : say("evidence_page", { site, host })
}
