import type { Particulars } from "./facts"
import { isSameName, LIKENESSES, type Likened, type Likeness, likeness } from "./likeness"
import type { Training, TrainingName } from "./trainings"

/** What a training is compared by: each of its names, with the rest of what is known of it. */
function likened({ names, particulars: { provider, mode, startsAt } }: Training): Likened[] {
  const known = { ...(mode && { mode }), ...(startsAt && { startsAt }) }
  return names.map((name) => {
    const by = name.provider ?? provider
    return { ...known, title: name.title, ...(by && { provider: by }) }
  })
}

/** How alike two trainings are, or a training and a card, by whichever of their names are most alike. */
export function likenessOf(one: Training, other: Training | Likened): { grade: Likeness; share: number } {
  const others = "names" in other ? likened(other) : [other]
  return likened(one)
    .flatMap((a) => others.map((b) => likeness(a, b)))
    .reduce((best, next) => (compareLikeness(next, best) > 0 ? next : best), {
      grade: "different",
      share: 0,
    })
}

/** Positive when `a` is more alike than `b`. */
export function compareLikeness(
  a: { grade: Likeness; share: number },
  b: { grade: Likeness; share: number },
): number {
  return LIKENESSES.indexOf(a.grade) - LIKENESSES.indexOf(b.grade) || a.share - b.share
}

/** A card of a page, by which its training is found. */
export type Card = Particulars & { title: string }

/** Where the cards of one read stood. */
interface Read {
  /** The key of the site. */
  site: string
  /** The programme's own site, on which no training is shown that is not the programme's. */
  home: boolean
  /** The training that the person watches the site for. */
  picked?: string | undefined
  /** The trainings that a card may be of without having been called so here. */
  open: readonly Training[]
  /** Ids that were never used. */
  newId: () => string
}

/**
 * The ids of the trainings that the cards of one read speak of, in the order of `cards`.
 * - On one site only the same title, of no other institution, is the same training.
 * - A site that is watched for a training speaks of it unless the title is clearly another.
 * - Across sites a card is a training's that is surely the same and has no name on this site yet, the likeliest first; of two
 *   that are equally like, neither.
 * - A training that has no title yet, ticked by hand or bought before its card was seen, takes the first card's that is
 *   left; on a platform, which may list more than the programme's, only if there is no other.
 * - Whatever is left is new, so that nothing is lost.
 */
export function identifyCards(cards: readonly Card[], known: readonly Training[], read: Read): string[] {
  const distinct = cards.filter(
    (card, index) => cards.findIndex((other) => isSameCard(other, card)) === index,
  )
  const found = new Map<Card, string>()
  const left = () => distinct.filter((card) => !found.has(card))
  for (const card of left()) {
    const same = knownHere(card, known, read.site)
    if (same) found.set(card, same.id)
  }
  const picked = read.open.find(({ id }) => id === read.picked)
  for (const card of picked ? left() : [])
    if (picked && likenessOf(picked, card).grade !== "different") found.set(card, picked.id)
  const nameless = (training: Training) => !training.names.some(({ site }) => site === read.site)
  for (const { card, training } of surePairs(left(), read.open.filter(nameless)))
    if (!found.has(card) && ![...found.values()].includes(training.id)) found.set(card, training.id)
  const untitled =
    read.picked !== undefined && picked && isUntitled(picked) ? [picked] : read.open.filter(isUntitled)
  const [place] = untitled.filter(({ id }) => ![...found.values()].includes(id))
  const [next, ...more] = left()
  if (next && place && untitled.length === 1 && (read.home || more.length === 0)) found.set(next, place.id)
  for (const card of left()) found.set(card, read.newId())
  return cards.map(
    (card) => found.get(distinct.find((other) => isSameCard(other, card)) ?? card) ?? read.newId(),
  )
}

/** The known training that the person means by a title: the same title, and no different institution. */
export function trainingNamed(card: Card, known: readonly Training[]): Training | undefined {
  const named = best(known.filter(({ names }) => names.some((name) => isCalled(name, card))))
  const untitled = known.filter(isUntitled)
  return named ?? (untitled.length === 1 ? untitled[0] : undefined)
}

function isUntitled({ particulars }: Training): boolean {
  return particulars.title === undefined
}

function isSameCard(a: Card, b: Card): boolean {
  return isSameName(a.title, b.title) && (a.provider ?? "") === (b.provider ?? "")
}

function knownHere(card: Card, known: readonly Training[], here: string): Training | undefined {
  const called = known.filter(({ names }) => names.some((name) => name.site === here && isCalled(name, card)))
  if (called.length < 2) return called[0]
  const against = called.map(({ particulars }) => contradictions(particulars, card))
  const least = Math.min(...against)
  return best(called.filter((_, index) => against[index] === least))
}

/** In how many ways a card says something else than is known: what tells two apart that one site calls the same. */
function contradictions(known: Particulars, card: Card): number {
  const differs = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b
  return [
    differs(known.mode, card.mode),
    differs(known.startsAt?.slice(0, 10), card.startsAt?.slice(0, 10)),
    differs(known.boughtOn, card.boughtOn),
  ].filter(Boolean).length
}

function isCalled({ title, provider }: TrainingName, card: Card): boolean {
  if (!isSameName(title, card.title)) return false
  return !provider || !card.provider || isSameName(provider, card.provider)
}

/** Of trainings of one name, one whose institution is known. */
function best(trainings: readonly Training[]): Training | undefined {
  return trainings.find(({ particulars }) => particulars.provider) ?? trainings[0]
}

/** Cards with the trainings that they surely are, the likeliest first; a card that is equally like two is left out. */
function surePairs(cards: readonly Card[], trainings: readonly Training[]) {
  return cards
    .flatMap((card) => {
      const sure = trainings
        .map((training) => ({ card, training, like: likenessOf(training, card) }))
        .filter(({ like }) => like.grade === "sure")
        .sort((a, b) => compareLikeness(b.like, a.like))
      const [first, second] = sure
      return first && second && compareLikeness(first.like, second.like) === 0 ? [] : sure
    })
    .sort((a, b) => compareLikeness(b.like, a.like))
}
