/**
 * Whether this is the little window under the toolbar's button. On a phone that one fills the screen and is a page like
 * any other.
 * @param popups all windows of that kind that the extension has
 */
export function isInToolbarPopup(popups: readonly object[]): boolean {
  return popups.includes(window) && screen.width > 600
}
