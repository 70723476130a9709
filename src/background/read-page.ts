import type { Fact, SeenFact } from "../journey/facts"
import { newFacts } from "../journey/novelty"
import { factsInOrder } from "../journey/order"
import { matchTraining, type Training, trainingsOf } from "../journey/trainings"
import type { PageMessage } from "../messages/messages"
import type { JejakDatabase } from "../storage/database"
import { noteRead } from "../storage/facts"
import { keepCard } from "./fingerprint"
import type { KnownSite } from "./sites"

type PageRead = Extract<PageMessage, { type: "page-read" }>
type Observed = PageRead["observations"][number]

/** What a read becomes a fact with. `newId` gives ids that were never used; `now` is an instant in UTC. */
interface Noting {
  participant: string
  now: string
  newId: () => string
}

/**
 * Notes what a content script read, once however often it is sent.
 * @returns the number of facts that were new, after they are safely stored
 * @throws Dexie errors; then nothing is stored
 */
export async function notePageRead(
  database: JejakDatabase,
  { read, kind, observations }: PageRead,
  from: KnownSite & { host: string },
  noting: Noting,
): Promise<number> {
  const known = new Set(from.site.signals.map(({ id }) => id))
  const described = observations.filter(({ signal }) => known.has(signal))
  const drafts = await Promise.all(described.map((observed) => draftOf(database, observed)))
  const { participant, now: at, newId } = noting
  return noteRead(
    database,
    { id: read, at, participant, site: from.health, understood: kind === "read" },
    (facts) => {
      const trainings = trainingsOf(factsInOrder(facts))
      const seen = drafts.map((draft, index): SeenFact => {
        const { card, ...rest } = draft
        const training = card && identify(card, trainings, newId, at)
        return {
          id: `${read}.${index}`,
          participant,
          at,
          by: "page",
          site: from.site.id,
          host: from.host,
          ...rest,
          ...(card && training && { training, particulars: card }),
        }
      })
      return newFacts(facts, seen, from.programme)
    },
  )
}

type Draft = Pick<SeenFact, "signal" | "words" | "place" | "values"> & {
  card?: NonNullable<Observed["training"]>
}

async function draftOf(database: JejakDatabase, observed: Observed): Promise<Draft> {
  const { signal, words, place, values, training } = observed
  const { card: digits, ...others } = values ?? {}
  const card = digits === undefined ? undefined : await keepCard(database, digits)
  return {
    signal,
    words,
    place,
    ...(values && { values: { ...others, ...(card && { card }) } }),
    ...(training && { card: training }),
  }
}

/** The id of the training that a card speaks of; a card never seen before becomes a training at once. */
function identify(
  card: NonNullable<Observed["training"]>,
  trainings: Training[],
  newId: () => string,
  at: Fact["at"],
) {
  const match = matchTraining(trainings, card)
  if (match) {
    match.particulars = { ...card, ...match.particulars }
    return match.id
  }
  const id = newId()
  trainings.push({ id, since: at, particulars: card })
  return id
}
