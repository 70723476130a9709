import { useEffect, useState } from "react"
import type { History } from "../../journey/history"
import { ask } from "../../messages/ask"
import type { Failure } from "../../messages/messages"
import { useSession } from "../session"

/** Everything that was noted of the participant, anew whenever the overview changes. */
export function useHistory(): { history: History | undefined; failure: Failure | undefined } {
  const { participant, journey } = useSession()
  const { id } = participant
  const [shown, setShown] = useState<{ participant: string; history?: History; failure?: Failure }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another journey is what tells that something was noted.
  useEffect(() => {
    let isLate = false
    void ask({ type: "history", participant: id }).then((reply) => {
      if (isLate) return
      setShown((before) => {
        if (reply.ok) return { participant: id, history: reply.value }
        return { ...(before?.participant === id ? before : { participant: id }), failure: reply.failure }
      })
    })
    return () => {
      isLate = true
    }
  }, [id, journey])
  const current = shown?.participant === id ? shown : undefined
  return { history: current?.history, failure: current?.failure }
}
