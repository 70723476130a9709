import type { PopupState, PopupStep } from "../browser/popup-state"

const MARKS: Record<string, string> = {
  done: "[x]",
  open: "[ ]",
  proposed: "[?]",
  locked: " - ",
  missed: "[!]",
}

interface Told {
  name: string
  tells: string
}

/** What the popup says at one stop, in plain text. */
export function checklist(stop: Told, popup: PopupState, place: string): string {
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
    ...popup.steps.flatMap((step, i) => [...titleAt(popup, i), row(step)]),
    `Money: ${popup.money.join("; ") || "none"}`,
    "",
  ].join("\n")
}

/** The title of the training whose steps begin there. */
function titleAt({ steps, trainings }: PopupState, index: number): string[] {
  const training = steps[index]?.training
  if (!training || training === steps[index - 1]?.training) return []
  return [`  ${trainings.find(({ id }) => id === training)?.title ?? ""}`]
}

/** The windows and last days of each training, side by side. */
export function windows({ trainings, deadlines }: PopupState): string {
  const clock = (instant: string | undefined) => instant?.slice(0, 16).replace("T", " ") ?? "..."
  const of = (training: string) =>
    deadlines
      .filter((deadline) => deadline.training === training)
      .map(({ id, opens, due }) => `    ${id}: ${opens ? `${clock(opens)} - ` : "until "}${clock(due)}`)
  return [
    "Windows and last days (WIB):",
    ...trainings.flatMap(({ id, title }) => [`  ${title}`, ...of(id)]),
    "",
  ].join("\n")
}
