/*
 * The shape of a page, without anything that could be anybody's: what a person may send to maintainers when a page was
 * not understood.
 */

/** One element. What is absent was not there, or could tell of somebody. */
export interface ShapeNode {
  /** A name of HTML; "x" for any other. */
  tag: string
  /** A role of ARIA. */
  role?: string
  /** States that the reader goes by, e.g. "disabled", "aria-disabled=true", "hidden", "open". */
  states?: string[]
  /** Not shown on the page, by its style or its place. */
  unseen?: true
  /** Elements, and texts in which only words of the pack are left. */
  children?: (ShapeNode | string)[]
}

/** A page's shape, as shown to the person and as saved. */
export interface PageShape {
  format: "jejak-page-shape"
  version: 1
  /** Jejak's own version. */
  jejak: string
  /** The pack's id of the site, or "watched"; its host; the path with what is not in the pack replaced. */
  site: string
  host: string
  path: string
  /** Elements that were left out since the page has too many. */
  leftOut: number
  tree: ShapeNode
}
