import { createContext, useContext } from "react"
import type { Journey } from "../journey/journey"
import type { Failure } from "../messages/messages"
import type { Overview, ParticipantView } from "../messages/overview"
import type { Tell } from "./Notice"
import type { OverviewMessage } from "./useOverview"

/** What a part of a page needs that is there for whoever uses this browser, also for nobody yet. */
export interface CommonSession {
  overview: Overview
  /** Milliseconds. */
  now: number
  /** Carries a message out and tells the person how it went; resolves to whether it went well. */
  send(message: OverviewMessage): Promise<boolean>
  /** The same for a part that tells the person itself: resolves to the failure, or to undefined when all went well. */
  attempt(message: OverviewMessage): Promise<Failure | undefined>
  /** Tells the person how something went, at the one place for that. */
  tell: Tell
}

/** What every part of a participant's page needs: whose journey it is, what time it is, and a way to change something. */
export interface Session extends CommonSession {
  participant: ParticipantView
  journey: Journey
}

const context = createContext<(CommonSession & Partial<Session>) | undefined>(undefined)

export const SessionProvider = context.Provider

/** The session of the page around this component, where there may be no participant, or one whose notes are locked. */
export function useCommonSession(): CommonSession & Partial<Session> {
  const session = useContext(context)
  if (!session) throw new Error("No session around this component.")
  return session
}

/** The same for what stands on the page already before there is an overview. */
export function useSessionIfAny(): (CommonSession & Partial<Session>) | undefined {
  return useContext(context)
}

/** The participant's session around this component. */
export function useSession(): Session {
  const session = useCommonSession()
  if (!hasJourney(session)) throw new Error("No participant around this component.")
  return session
}

/** Whether there is somebody whose journey can be shown. */
export function hasJourney(session: CommonSession & Partial<Session>): session is Session {
  return session.participant !== undefined && session.journey !== undefined
}
