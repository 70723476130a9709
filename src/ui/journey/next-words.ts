import type { Journey, NextStep, WarningView } from "../../journey/journey"
import { sayOf } from "../language/words"
import { troubleOf, warningWords } from "./warning-words"

/** Whether the next step can be taken only later. @param now milliseconds */
export function isNotYet({ opens }: NextStep, now: number): boolean {
  return opens !== undefined && Date.parse(opens) > now
}

/** What the next step's card says is to be done. @param now milliseconds */
export function instructionOf(journey: Journey, now: number): string | undefined {
  const { next } = journey
  if (!next) return undefined
  const toDo = sayOf("step", next.step, "next")
  if (next.waiting || isNotYet(next, now)) return sayOf("step", next.step, "wait") ?? toDo
  const trouble = troubleOf(journey)
  return (trouble && warningWords(trouble, "text", journey)) ?? toDo
}

/** A warning's text; undefined where it says no more than the next step's card right above, but for whose training it is. */
export function textBeside(warning: WarningView, journey: Journey, now: number): string | undefined {
  const text = warningWords(warning, "text", journey)
  const { next } = journey
  const instruction = instructionOf(journey, now)
  const isOfNext = warning.step === next?.step && warning.training === next?.training
  const isSaid = instruction !== undefined && text?.toLowerCase().endsWith(instruction.toLowerCase())
  return isOfNext && isSaid ? undefined : text
}
