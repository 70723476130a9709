import { FIRST_TRAINING, type Training } from "./trainings"

/** A training as it is shown. */
export interface ShownTraining extends Training {
  /** Only room for a purchase that nobody has to make. */
  optional: boolean
  /** Seen only on sites that show more than the programme's trainings, and nothing says that it is one of those. */
  tentative: boolean
}

/** What the order of trainings needs to know of each. */
interface Knowledge {
  isBought: (training: Training) => boolean
  /** Something waits for a yes. */
  isProposed: (training: Training) => boolean
  /** `first`: it is the first that was bought, of which payments speak too. */
  isReviewed: (training: Training, first: boolean) => boolean
  order: (a: Training, b: Training) => number
  /** Ids that facts name, also of trainings that are no longer shown. */
  ids: ReadonlySet<string>
  /** Instant of the newest fact. */
  now: string
}

/**
 * The trainings in the order in which they are shown: those of the programme, oldest purchase first; the place for the first
 * purchase while there is none, or for the next once all are reviewed; and those that may be none of the programme's.
 * A training of which nothing is known but words that named none is that place, and shown earlier while they wait for a yes.
 */
export function arrange(
  known: readonly Training[],
  knowledge: Knowledge,
): { trainings: ShownTraining[]; nextPlace: string } {
  const { isBought, isProposed, isReviewed, order, ids, now } = knowledge
  const isOpen = (training: Training) => !training.affirmed && !isBought(training)
  const blank = known.filter((training) => training.particulars.title === undefined && isOpen(training))
  const tentative = known.filter(
    (training) => !blank.includes(training) && isOpen(training) && isElsewhere(training),
  )
  const own = known
    .filter((training) => !blank.includes(training) && !tentative.includes(training))
    .sort(order)
  const nextPlace = own.length === 0 ? unusedId(FIRST_TRAINING, ids) : unusedId(`next-${own.length}`, ids)
  const waiting = [...blank].sort(order)
  const [oldest] = waiting
  const room = oldest ?? { ...EMPTY, id: nextPlace, since: now }
  const places =
    own.length === 0 || own.every((training, index) => isReviewed(training, index === 0)) ? [room] : []
  const shown = [
    ...places,
    ...waiting.filter((training) => !places.includes(training) && isProposed(training)),
  ]
  return {
    trainings: [
      ...own.map((training) => ({ ...training, optional: false, tentative: false })),
      ...shown.map((training, index) => ({
        ...training,
        optional: own.length > 0 || index > 0,
        tentative: false,
      })),
      ...tentative.sort(order).map((training) => ({ ...training, optional: false, tentative: true })),
    ],
    nextPlace: oldest?.id ?? nextPlace,
  }
}

const EMPTY: Omit<Training, "id" | "since"> = { particulars: {}, names: [], sightings: [], affirmed: false }

function isElsewhere({ sightings }: Training): boolean {
  return sightings.length > 0 && sightings.every(({ weight }) => weight !== "home")
}

function unusedId(wanted: string, ids: ReadonlySet<string>): string {
  for (let next = 2, id = wanted; ; next += 1) {
    if (!ids.has(id)) return id
    id = `${wanted}-${next}`
  }
}
