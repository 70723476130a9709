/** The id of the checklist's heading. */
export const CHECKLIST_HEADING = "checklist-heading"

/** Takes the keyboard to the checklist, when what it stood on goes away with what was just said. */
export function focusChecklist(): void {
  document.getElementById(CHECKLIST_HEADING)?.focus()
}
