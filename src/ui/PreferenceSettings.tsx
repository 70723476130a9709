/** Reminders, quiet hours, the number on the icon and the card within pages. */
export function PreferenceSettings() {
  return null
}
