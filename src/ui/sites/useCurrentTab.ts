import { createContext, useContext } from "react"
import type { CurrentTab } from "./current-tab"

const CurrentTabContext = createContext<CurrentTab | undefined>(undefined)

export const CurrentTabProvider = CurrentTabContext.Provider

/** What is known of the address in the current tab; undefined where nothing is, or not yet. */
export function useCurrentTab(): CurrentTab | undefined {
  return useContext(CurrentTabContext)
}
