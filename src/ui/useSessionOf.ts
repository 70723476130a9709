import { useCallback, useMemo } from "react"
import { say } from "./language/words"
import { failed, type Tell, type Told } from "./Notice"
import type { CommonSession, Session } from "./session"
import type { CurrentOverview, OverviewMessage } from "./useOverview"

/** The session of a page, undefined until the first overview is there. Tells the person how each message went. */
export function useCommonSessionOf(
  overview: CurrentOverview["overview"],
  now: number,
  attempt: CurrentOverview["send"],
  tell: Tell,
): (CommonSession & Partial<Session>) | undefined {
  const about = overview?.participant?.id
  const send = useCallback(
    async (message: OverviewMessage) => {
      const failure = await attempt(message)
      const told: Told = failure === undefined ? { words: say("saved"), kind: "heard" } : failed(failure)
      tell({ ...told, ...(about !== undefined && { about }) })
      return failure === undefined
    },
    [attempt, tell, about],
  )
  return useMemo(() => {
    if (!overview) return undefined
    const { participant, journey } = overview
    return { overview, now, send, attempt, tell, ...(participant && journey && { participant, journey }) }
  }, [overview, now, send, attempt, tell])
}
