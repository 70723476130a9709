import type { ShapeNode } from "../../reader/page-shape"

/** What was replaced and what was kept in a page's shape. */
export interface ShapeCounts {
  elements: number
  /** Words, and numbers of any kind, in whose place something else stands. */
  words: number
  numbers: number
  /** Texts in which words of the site's description are left. */
  kept: number
  /** Parts that the page does not show. */
  unseen: number
}

const REPLACED_WORD = /^kata[:.,]?$/i
const REPLACED_NUMBER = /^(?:0%?|rp0|0000|1\/1\/2000)[:.,]?$/i

/** One line for each element, indented by where it stands, with its texts. */
export function outlineLines(tree: ShapeNode, unseen: string): string[] {
  const lines: string[] = []
  const write = ({ tag, role, states = [], unseen: isUnseen, children = [] }: ShapeNode, depth: number) => {
    const texts = children.filter((child) => typeof child === "string").map((text) => text.trim())
    const isPlain = texts.length === children.length
    const told = [
      tag,
      role === undefined ? "" : `[${role}]`,
      states.length > 0 ? `(${states.join(", ")})` : "",
      isUnseen ? `(${unseen})` : "",
      isPlain && texts.length > 0 ? `“${texts.join(" ")}”` : "",
    ]
    lines.push(`${" ".repeat(depth)}${told.filter(Boolean).join(" ")}`)
    if (isPlain) return
    for (const child of children) {
      if (typeof child !== "string") write(child, depth + 1)
      else if (child.trim() !== "") lines.push(`${" ".repeat(depth + 1)}“${child.trim()}”`)
    }
  }
  write(tree, 0)
  return lines
}

export function countsOf(tree: ShapeNode): ShapeCounts {
  const counts: ShapeCounts = { elements: 0, words: 0, numbers: 0, kept: 0, unseen: 0 }
  const count = ({ unseen, children = [] }: ShapeNode) => {
    counts.elements += 1
    if (unseen) counts.unseen += 1
    for (const child of children) {
      if (typeof child !== "string") {
        count(child)
        continue
      }
      const tokens = child.split(" ").filter((token) => /[\p{L}\p{N}]/u.test(token))
      const words = tokens.filter((token) => REPLACED_WORD.test(token)).length
      const numbers = tokens.filter((token) => REPLACED_NUMBER.test(token)).length
      counts.words += words
      counts.numbers += numbers
      if (words + numbers < tokens.length) counts.kept += 1
    }
  }
  count(tree)
  return counts
}
