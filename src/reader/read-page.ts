import { isUnder, ofAddress } from "./addresses"
import { type Card, cardsOf, tellsOfTraining } from "./cards"
import type { DescribedSignal, Description } from "./description"
import { findHits } from "./hits"
import type { Observation, Reading } from "./observation"
import { ofCard, ofPage, ofPayment, speaks, unlessDenied } from "./observe"
import type { Unit } from "./outline"
import { type Hit, hitsIn, labelOf, meaningsOf, means, type Page, roleOf, unitsIn } from "./page"
import { paymentsOf } from "./payments"
import { isProsePage } from "./prose"
import { headingsOf } from "./sections"
import { sightOf } from "./sight"
import { isSilentAddress, pageInTheOpen } from "./silence"
import { chosen, type Turns } from "./turns"

const MOST_OBSERVATIONS = 1000
/** Fewer characters than this are a page that has not come yet. */
const LEAST_TEXT = 200
const LEAST_UNITS = 8

/** Nothing but what the address says. */
const told = (observations: Observation[]): Reading => ({
  kind: observations.length > 0 ? "read" : "silent",
  observations,
})

/**
 * What a page says of a participant's progress, by the words of the site's description.
 *
 * Looks and never touches: reads the shown text of controls, headings and badges, and no field, cookie or
 * storage. Silent on another host, a silent path, where the description has no words for the path, an article, and
 * while a password, a code, a camera or a linking dialog is shown. What changes on the page between two turns makes the outcome that
 * of no page: it has to be thrown away.
 * @param onShadow told of each open shadow tree, in which changes have to be watched for by themselves
 */
export function* readInTurns(
  document: Document,
  url: URL,
  site: Description,
  onShadow?: (shadow: ShadowRoot) => void,
): Turns<Reading> {
  if (isSilentAddress(url, site)) return told([])
  const byAddress = ofAddress(url, site)
  const here = new Set(site.signals.filter(({ speaks, paths }) => speaks && (!paths || isUnder(url, paths))))
  if (here.size === 0) return told(byAddress)
  const page = yield* pageInTheOpen(document, site, sightOf(document), onShadow)
  if (!page) return told(byAddress)
  yield* findHits(page, here)
  page.sectionHeads = yield* chosen(page.telling, (unit) => roleOf(page, unit) === "section")
  const cards = yield* trainingCards(page)
  const titles = new Set(cards.map(({ headed }) => headed))
  const payments = yield* paymentsOf(page, (row) => !unitsIn(page, row).some((unit) => titles.has(unit)))
  const taken = new Uint8Array(page.units.length)
  for (const { from, to } of [...cards, ...payments.map(({ group }) => group)]) taken.fill(1, from, to)
  if (isProsePage(page, taken)) return told(byAddress)

  const headings = yield* headingsOf(page, titles)
  const free = (unit: Unit) => !taken[unit.from] && !taken[unit.to - 1]
  const outside = yield* chosen(
    page.units.flatMap(({ hits = [] }) => hits),
    (hit) => free(hit.unit) && speaks(page, hit),
  )
  const ofScope = (scope: DescribedSignal["scope"]) =>
    outside.filter(({ described }) => described.scope === scope)
  const lone = ofScope("training").filter(({ described }) => described.alone)
  const beside = [
    ...page.broken,
    ...byAddress.map(({ signal }) => signal),
    ...lone.map(({ described }) => described.id),
  ]
  let { error } = page
  /** A part of the page that something is thrown at says nothing, and the others what they say. */
  const said = function* <Part>(parts: readonly Part[], say: (part: Part) => Observation[]) {
    const all: Observation[][] = []
    for (const part of parts) {
      yield
      try {
        all.push(say(part))
      } catch (thrown) {
        error = thrown
      }
    }
    return all.filter(([first]) => first)
  }
  const byCards = yield* said(cards, (card) => ofCard(page, headings, card, beside))
  const ofHit = (hit: Hit) => ofPage(page, headings, hit, free)
  // Of a page with a card that is not understood nobody knows which training the lone words are about.
  const loose = [...(byCards.length < 2 && !error ? unlessDenied(lone, beside) : []), ...ofScope("person")]
  // First, so that whose page it is stands in the first message, however many there are.
  const observations: Observation[] = []
  // What is thrown here stops the whole: nothing may be noted of a page without knowing whose it is.
  yield* chosen(ofScope("account"), (hit) => observations.push(...ofHit(hit)))
  for (const one of [
    byAddress,
    ...byCards,
    ...(yield* said(payments, (payment) => ofPayment(page, headings, payment))),
    ...(yield* said(loose, ofHit)),
  ])
    observations.push(...one)
  return {
    kind: (yield* speaksTheSite(page)) || !hasEnoughText(page) ? "read" : "unread",
    observations: withoutRepeats(observations),
    error,
  }
}

/**
 * A row of payments may have a training's labels too; without a training's own words it is no card. Words that need no
 * card make none of a message, or of the rows in which a training's own tasks are listed.
 */
function* trainingCards(page: Page): Turns<Card[]> {
  const anchors = yield* chosen(
    page.units,
    (unit) =>
      unit.hits?.some(({ described }) => described.scope === "training") ||
      (labelOf(page, unit) && roleOf(page, unit) === "label"),
  )
  return yield* chosen(yield* cardsOf(page, anchors), (card) => {
    const hits = hitsIn(page, card, "training")
    if (hits.length === 0) return hitsIn(page, card, "payment").length === 0
    if (tellsOfTraining(page, card)) return true
    // A greeting stands over the whole page.
    if (!card.repeated && means(page, card.headed, "account")) return false
    return (card.repeated && card.headed.heading) || hits.some(({ described }) => !described.alone)
  })
}

function withoutRepeats(observations: Observation[]): Observation[] {
  const said = new Set<string>()
  return observations
    .filter(({ signal, training, values }) => {
      const one = JSON.stringify([signal, training, values])
      return !said.has(one) && said.add(one)
    })
    .slice(0, MOST_OBSERVATIONS)
}

/**
 * Any word of the site's description, in a menu too: the page is the one that was described, with or without progress.
 * Who is logged in stands on all of a site's pages.
 */
function* speaksTheSite(page: Page): Turns<boolean> {
  const [word] = yield* chosen(
    page.telling,
    (unit) =>
      (meaningsOf(page, unit).some(({ is }) => is !== "account") || labelOf(page, unit)) && page.shows(unit),
    1,
  )
  return !!word
}

/** Looks at so many pieces of text at most to find enough that is shown. */
const MOST_LOOKED_AT = 200

function hasEnoughText(page: Page): boolean {
  let [units, characters] = [0, 0]
  for (const unit of page.units.slice(0, MOST_LOOKED_AT)) {
    if (unit.muted || !page.shows(unit)) continue
    units += 1
    characters += unit.text.length
    if (units >= LEAST_UNITS && characters >= LEAST_TEXT) return true
  }
  return false
}
