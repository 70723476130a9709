import { forgetAccounts } from "../storage/forgotten-accounts"
import { switchParticipant } from "../storage/participants"
import { currentParticipant } from "../storage/people"
import { answerAccount, answerIfAsked } from "./account-answers"
import { changesTo } from "./change"
import type { Handlers } from "./handlers"
import { lock, protect, quieten, remove, unlock, unprotect } from "./people"

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
  | "forget-accounts"
> = {
  "add-participant": async (message, database, world) => {
    const before = await currentParticipant(database)
    const participant = await changesTo(database, world).addParticipant(message)
    if (message.account !== undefined) await answerIfAsked(database, message.account, participant)
    const overview = await world.refresh()
    await world.readOpenPages(before && "somebody-else")
    return overview
  },
  "change-participant": async (message, database, world) => {
    await changesTo(database, world).changeParticipant(message)
    return world.refresh()
  },
  "switch-participant": async ({ participant }, database, world) => {
    const before = await currentParticipant(database)
    await switchParticipant(database, participant)
    if (before?.id !== participant) await world.readOpenPages("somebody-else")
    return world.refresh()
  },
  "remove-participant": async ({ participant }, database, world) => {
    const before = await currentParticipant(database)
    await remove(database, participant)
    if (before?.id === participant) await world.readOpenPages("somebody-else")
    return world.refresh()
  },
  protect: async ({ participant, kdf, key }, database, world) => {
    await protect(database, participant, { kdf, key }, world.newId())
    return world.refresh()
  },
  unprotect: async ({ participant, key }, database, world) => {
    await unprotect(database, participant, key)
    return world.refresh()
  },
  unlock: async ({ participant, key }, database, world) => {
    await unlock(database, participant, key)
    const overview = await world.refresh()
    // What was shown while they were locked could not be noted.
    if (overview.participant?.id === participant) await world.readOpenPages()
    return overview
  },
  lock: async ({ participant }, database, world) => {
    await lock(database, participant)
    const overview = await world.refresh()
    await quieten(database, participant)
    // Which takes away the cards in the pages.
    if (overview.participant?.id === participant) await world.readOpenPages()
    return overview
  },
  "answer-account": async ({ account, participant }, database, world) => {
    const before = await currentParticipant(database)
    await answerAccount(database, account, participant)
    const overview = await world.refresh()
    const isAnother = participant !== null && participant !== before?.id
    await world.readOpenPages(isAnother ? "somebody-else" : undefined)
    return overview
  },
  "forget-accounts": async ({ participant }, database, world) => {
    await forgetAccounts(database, participant)
    return world.refresh()
  },
}
