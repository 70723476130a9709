import "./jitless"
import { isWatchableHost } from "../programmes/watchable"
import { carryOver } from "../storage/carry-over"
import { follow } from "./following"
import { answerHint, hintFor } from "./hints"
import { inMemory, memoryEngine } from "./memory"
import { refreshOverview } from "./overview"
import { carryOut } from "./own-messages"
import { readOpenPages, readWhatMayBe, registerAgain } from "./reading"
import { openNotified } from "./reminder-answers"

/*
 * What the background does beside noting what pages show: a script of its own, which is run when any of it is first needed. What both
 * need is in the first, and is there once.
 */

const rest = {
  answerHint,
  carryOut,
  carryOver,
  follow,
  hintFor,
  inMemory,
  isWatchableHost,
  memoryEngine,
  openNotified,
  readOpenPages,
  readWhatMayBe,
  refreshOverview,
  registerAgain,
}
export type Rest = typeof rest

globalThis.jejakRest = rest
