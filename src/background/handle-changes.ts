import { changesTo } from "./change"
import type { Handlers } from "./handlers"

/** What the person says of their own journey: each is one more fact. */
export const changeHandlers: Handlers<
  | "say-step"
  | "answer"
  | "retract"
  | "describe-training"
  | "say-same"
  | "not-mine"
  | "check"
  | "wrong-codes"
  | "reject"
  | "split-training"
> = {
  "say-step": async (message, database, world) => {
    await changesTo(database, world).sayStep(message)
    return world.refresh()
  },
  answer: async (message, database, world) => {
    await changesTo(database, world).answer(message)
    return world.refresh()
  },
  retract: async (message, database, world) => {
    await changesTo(database, world).retract(message)
    return world.refresh()
  },
  "describe-training": async (message, database, world) => {
    await changesTo(database, world).describeTraining(message)
    return world.refresh()
  },
  "say-same": async (message, database, world) => {
    await changesTo(database, world).saySame(message)
    return world.refresh()
  },
  "not-mine": async (message, database, world) => {
    await changesTo(database, world).notMine(message)
    return world.refresh()
  },
  check: async (message, database, world) => {
    await changesTo(database, world).check(message)
    return world.refresh()
  },
  "wrong-codes": async (message, database, world) => {
    await changesTo(database, world).wrongCodes(message)
    return world.refresh()
  },
  reject: async (message, database, world) => {
    await changesTo(database, world).reject(message)
    return world.refresh()
  },
  "split-training": async (message, database, world) => {
    await changesTo(database, world).splitTraining(message)
    return world.refresh()
  },
}
