import { isUnder } from "./addresses"
import type { Description } from "./description"
import { allOf, attribute, firstOf, isWithin, tagOf } from "./dom"
import type { Unit } from "./outline"
import { means, type Page, pageOf } from "./page"
import type { Sight } from "./sight"
import { type SiteWords, siteWords } from "./site-words"
import { chosen, type Turns } from "./turns"
import { outlineOf } from "./walk"

/** The address alone forbids looking: another host, or one of the site's silent paths, in the hash too. */
export function isSilentAddress(url: URL, { hosts, silentPaths }: Description): boolean {
  return !hosts.includes(url.hostname) || isUnder(url, silentPaths)
}

/** Asked for one after the other: on a large page each takes milliseconds. */
const FIELDS = [":read-write", "input", "video", "[autocomplete~=one-time-code]"]
const DIALOG = "dialog,[role$=dialog],[aria-modal=true]"
const TYPED = /^(text|tel|number|email|url)$/
const CODE_ATTRIBUTES = ["name", "id", "aria-label", "placeholder", "autocomplete"]
const CODE = /(?<![a-z])(otp|one-time-code)(?![a-z])/i
const BOXES_IN_A_CODE = 4
/** More fields than any page of progress has. */
const MOST_FIELDS = 1000
const MOST_OF_AN_ATTRIBUTE = 200

/**
 * The page, unless a password, a code, a camera or a linking dialog is on the screen: then it is the person's own business,
 * and where fields alone tell that, not a word of it is read.
 * @param onShadow told of each open shadow tree
 */
export function* pageInTheOpen(
  document: Document,
  site: Description,
  sight: Sight,
  onShadow?: (shadow: ShadowRoot) => void,
): Turns<Page | undefined> {
  const words = siteWords(site)
  if (yield* asksInPrivate([document], words, sight)) return undefined
  const page = yield* pageOf(yield* outlineOf(document, onShadow), words, sight)
  if (yield* asksInPrivate(page.shadows, page, page)) return undefined
  const [silent] = yield* chosen(page.telling, (unit) => isSilentHeading(page, unit), 1)
  return silent ? undefined : page
}

function* asksInPrivate(
  roots: readonly (Document | ShadowRoot)[],
  words: SiteWords,
  sight: Sight,
): Turns<boolean> {
  const fields = new Set<Element>()
  for (const root of roots)
    for (const each of FIELDS) {
      for (const field of allOf(root, each)) fields.add(field)
      yield
    }
  let boxes = 0
  const isPrivate = (field: Element) => {
    const tag = tagOf(field)
    if (tag === "video") return isCamera(sight, field)
    const type = ((tag === "input" && attribute(field, "type")) || "text").toLowerCase()
    const asks = type === "password" || asksCode(words, field)
    if ((!asks && !TYPED.test(type)) || !sight.showsField(field)) return false
    if (attribute(field, "maxlength") === "1") boxes += 1
    return asks || boxes >= BOXES_IN_A_CODE || isInDialog(field)
  }
  return fields.size > MOST_FIELDS || (yield* chosen([...fields], isPrivate, 1)).length > 0
}

function asksCode(words: SiteWords, field: Element): boolean {
  return CODE_ATTRIBUTES.some((name) => {
    const value = (attribute(field, name) ?? "").slice(0, MOST_OF_AN_ATTRIBUTE)
    return CODE.test(value) || words.speaksOfSilence(value)
  })
}

/** A picture that comes from a stream, or from nowhere the page's source names. */
function isCamera(sight: Sight, video: Element): boolean {
  // Elements of other languages may have that name, too.
  if (!(video instanceof HTMLVideoElement)) return false
  if (video.srcObject) return true
  return attribute(video, "src") === null && !firstOf(video, "source") && sight.showsField(video)
}

const isInDialog = (element: Element) => isWithin(element, DIALOG)

function isSilentHeading(page: Page, unit: Unit): boolean {
  if (unit.long || unit.control || unit.muted || !means(page, unit, "silence")) return false
  return (unit.heading || unit.from === 0 || isInDialog(unit.group.element)) && page.shows(unit)
}
