import type { PopupState, PopupStep } from "../browser/popup-state"
import type { Stop } from "./walk"

const MARKS: Record<string, string> = {
  done: "[x]",
  open: "[ ]",
  proposed: "[?]",
  locked: " - ",
  missed: "[!]",
}

/** What the popup says at one stop, in plain text. */
export function checklist(stop: Stop, popup: PopupState, place: string): string {
  const row = ({ id, state, title, training }: PopupStep) =>
    `  ${MARKS[state] ?? state} ${training ? "  " : ""}${title ? `${title} (${id}: ${state})` : `${id}: ${state}`}`
  const warning = ({ id, severity, due, words }: PopupState["warnings"][number]) =>
    `  ${severity}: ${words} (${id}${due ? `, until ${due}` : ""})`
  return [
    `==== ${place} ${stop.name}: ${stop.tells}`,
    `Next step: ${popup.next ?? "none"}${popup.nextWords ? ` - ${popup.nextWords}` : ""}`,
    "Warnings:",
    ...(popup.warnings.length > 0 ? popup.warnings.map(warning) : ["  none"]),
    "Checklist:",
    ...popup.steps.map(row),
    `Money: ${popup.money.join("; ") || "none"}`,
    "",
  ].join("\n")
}
