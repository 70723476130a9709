/* What `meter.js` has counted, for the panel; by itself it counts nothing. */

const counts = new Map()

/** Notes `count` more touches of one kind. */
export const addTouches = (what, count) => counts.set(what, (counts.get(what) ?? 0) + count)

/** How often each thing was done, by its name. */
export const allTouches = () => Object.fromEntries(counts)

/** The panel's line: what somebody beside the person and the site itself has done here. */
export function touchLine() {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const which = [...counts].map(([what, count]) => `${what} ${count}×`).join(", ")
  return `Jejak menyentuh: ${all}${which && ` (${which})`}`
}
