/** The copies that were made by themselves before something was restored. */
export function SafetyCopies() {
  return null
}
