import type { Site } from "../programmes/schema"
import {
  allOf,
  attribute,
  elementAround,
  firstChild,
  hasAttribute,
  liveSource,
  nextSibling,
  nodeType,
  tagOf,
} from "./dom"
import type { Unit } from "./outline"
import { means, type Page } from "./page"
import type { Sight } from "./sight"
import type { SiteWords } from "./site-words"

/** The address alone forbids looking: another host, or one of the site's silent paths, in the hash too. */
export function isSilentAddress(url: URL, site: Site): boolean {
  if (!site.hosts.includes(url.hostname)) return true
  const paths = [url.pathname, /^#!?(\/.*)$/.exec(url.hash)?.[1]]
  return paths.some(
    (path) => path !== undefined && site.silentPaths.some((silent) => leadsInto(path, silent)),
  )
}

function leadsInto(path: string, silent: string): boolean {
  const at = segments(path)
  const under = segments(silent)
  return under.length > 0 && under.every((segment, index) => at[index] === segment)
}

function segments(path: string): string[] {
  let plain = path.split(/[?#]/)[0] ?? ""
  try {
    plain = decodeURIComponent(plain)
  } catch {
    // An address that cannot be decoded is compared as it stands.
  }
  return plain.toLowerCase().split("/").filter(Boolean)
}

const TYPED = /^(?:text|tel|number|email|url)$/
const CODE_ATTRIBUTES = ["name", "id", "aria-label", "placeholder", "autocomplete"]
const CODE = /(?:^|[^a-z])(?:otp|one-time-code)(?:[^a-z]|$)/i
const BOXES_IN_A_CODE = 4

/** A password, a code, a camera or a linking dialog is on the screen: the page is the person's own business. */
export function isPrivateScreen(document: Document, page: Page): boolean {
  const { sight, words, outline } = page
  let boxes = 0
  for (const root of [document, ...outline.shadows]) {
    for (const field of allOf(
      root,
      "input, textarea, video, [contenteditable], [autocomplete~='one-time-code']",
    )) {
      const tag = tagOf(field)
      if (tag === "video") {
        if (isCamera(field, sight)) return true
        continue
      }
      const type = tag === "input" ? (attribute(field, "type") ?? "text").toLowerCase() : "text"
      const asks = type === "password" || asksCode(field, words)
      if (!asks && !TYPED.test(type)) continue
      if (!sight.showsField(field)) continue
      if (asks || isInDialog(field)) return true
      if (attribute(field, "maxlength") === "1") boxes += 1
    }
  }
  return boxes >= BOXES_IN_A_CODE || outline.units.some((unit) => isSilentHeading(page, unit))
}

function asksCode(field: Element, words: SiteWords): boolean {
  return CODE_ATTRIBUTES.some((name) => {
    const value = attribute(field, name)
    return value !== null && value !== "" && (CODE.test(value) || words.speaksOfSilence(value))
  })
}

/** A picture that comes from a stream, or from nowhere the page's source names. */
function isCamera(video: Element, sight: Sight): boolean {
  if (streams(video)) return true
  if (hasAttribute(video, "src")) return false
  for (let node = firstChild(video); node; node = nextSibling(node))
    if (nodeType(node) === 1 && tagOf(node as Element) === "source") return false
  return sight.showsField(video)
}

function streams(video: Element): boolean {
  try {
    return Boolean(liveSource(video))
  } catch {
    return false
  }
}

function isInDialog(element: Element): boolean {
  for (let at: Element | null = element; at; at = elementAround(at)) if (isDialog(at, tagOf(at))) return true
  return false
}

function isDialog(element: Element, tag: string): boolean {
  const role = attribute(element, "role")
  return (
    tag === "dialog" ||
    role === "dialog" ||
    role === "alertdialog" ||
    attribute(element, "aria-modal") === "true"
  )
}

function isSilentHeading(page: Page, unit: Unit): boolean {
  if (unit.long || unit.control || unit.muted) return false
  if (!means(page, unit, "silence")) return false
  return (unit.heading || unit.from === 0 || isInDialog(unit.group.element)) && page.sight.shows(unit)
}
