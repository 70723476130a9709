import type { Site } from "../programmes/schema-sites"
import { shapeOfPage } from "../reader/shape-of-page"

/** Where the background finds it, in the isolated world of our own scripts. */
const REPORT = Symbol.for("jejak.report")

/** Has the page's shape ready for when the background asks: as JSON, or null where nothing may be looked at. */
export function offerShape(): void {
  const place = globalThis as { [REPORT]?: (site: Site) => string | null }
  place[REPORT] = (site) => {
    const shape = shapeOfPage(document, new URL(location.href), site)
    return shape ? JSON.stringify(shape) : null
  }
}
