import { createContext, useContext } from "react"
import type { Journey } from "../journey/journey"
import type { Overview, ParticipantView } from "../messages/overview"
import type { OverviewMessage } from "./useOverview"

/** What every part of the page needs: whose journey it is, what time it is, and a way to change something. */
export interface Session {
  overview: Overview
  participant: ParticipantView
  journey: Journey
  /** Milliseconds. */
  now: number
  /** Carries a message out and tells the person how it went; resolves to whether it went well. */
  send(message: OverviewMessage): Promise<boolean>
}

const context = createContext<Session | undefined>(undefined)

export const SessionProvider = context.Provider

/** The session of the page around this component. */
export function useSession(): Session {
  const session = useContext(context)
  if (!session) throw new Error("No session around this component.")
  return session
}
