import { faultOf } from "../messages/fault-shape"
import type { Site } from "../programmes/schema-sites"
import { shapeOfPage } from "../reader/shape-of-page"

/** Where the background finds it, in the isolated world of our own scripts. */
const REPORT = Symbol.for("jejak.report")

/**
 * Has the page's shape ready for when the background asks: as JSON, or null where nothing may be looked at. In place of one that
 * something is thrown at stands `{"fault": …}`.
 */
export function offerShape(): void {
  const place = globalThis as { [REPORT]?: (site: Site) => string | null }
  place[REPORT] = (site) => {
    try {
      const shape = shapeOfPage(document, new URL(location.href), site)
      return shape ? JSON.stringify(shape) : null
    } catch (error) {
      return JSON.stringify({ fault: faultOf(error) })
    }
  }
}
