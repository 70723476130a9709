import { answerAccount, answerIfAsked } from "./accounts"
import { changesTo } from "./change"
import type { Handlers } from "./handlers"
import { Refusal } from "./refusal"

/** Who is on this browser, who is looked at, and what opens their facts. */
export const peopleHandlers: Handlers<
  | "add-participant"
  | "change-participant"
  | "switch-participant"
  | "remove-participant"
  | "protect"
  | "unprotect"
  | "unlock"
  | "lock"
  | "answer-account"
> = {
  "add-participant": async (message, database, world) => {
    const participant = await changesTo(database, world).addParticipant(message)
    if (message.account !== undefined) await answerIfAsked(database, message.account, participant)
    const overview = await world.refresh()
    await world.readOpenPages()
    return overview
  },
  "change-participant": async (message, database, world) => {
    await changesTo(database, world).changeParticipant(message)
    return world.refresh()
  },
  "switch-participant": () => Promise.reject(new Refusal("internal")),
  "remove-participant": () => Promise.reject(new Refusal("internal")),
  protect: () => Promise.reject(new Refusal("internal")),
  unprotect: () => Promise.reject(new Refusal("internal")),
  unlock: () => Promise.reject(new Refusal("internal")),
  lock: () => Promise.reject(new Refusal("internal")),
  "answer-account": async ({ account, participant }, database, world) => {
    await answerAccount(database, account, participant)
    const overview = await world.refresh()
    await world.readOpenPages()
    return overview
  },
}
