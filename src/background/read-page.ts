import type { Digest } from "../journey/digest"
import type { Fact, SeenFact } from "../journey/facts"
import { newFacts } from "../journey/novelty"
import { withinPlenty } from "../journey/plenty"
import { subjectsOf } from "../journey/subjects"
import type { PageMessage } from "../messages/page-messages"
import type { Standing } from "../storage/accounts"
import type { JejakDatabase, Participant } from "../storage/database"
import { noteReadOf } from "../storage/note-read"
import { keepCard } from "./fingerprint"
import type { KnownSite } from "./readable-site"

type PageRead = Extract<PageMessage, { type: "page-read" }>
type Observed = PageRead["observations"][number]

/** What a read becomes a fact with. `newId` gives ids that were never used; `now` is an instant in UTC. */
interface Noting {
  /** For whom, as things stand when it is noted; undefined for nobody. */
  whose: (standing: Standing) => Participant | undefined
  now: string
  newId: () => string
}

/**
 * Notes what a content script read, once however often it is sent.
 * @returns the number of facts that were new, after they are safely stored; undefined where it is for nobody
 * @throws Dexie errors; then nothing is stored
 */
export async function notePageRead(
  database: JejakDatabase,
  { read, kind, observations }: PageRead,
  from: KnownSite & { host: string },
  noting: Noting,
): Promise<number | undefined> {
  const known = new Set(from.site.signals.filter(({ claims }) => claims.length > 0).map(({ id }) => id))
  const described = observations.filter(({ signal }) => known.has(signal))
  const drafts = await Promise.all(described.map((observed) => draftOf(database, observed)))
  const { whose, now: at, newId } = noting
  const understood = kind === "read" ? true : from.hasProgress ? false : undefined
  let isOverfull = false
  const choose = ({ facts, told }: Digest, participant: string): Fact[] => {
    const { programme, site, host, training: picked } = from
    const subjects = subjectsOf(drafts, facts, programme, { site: site.id, host, picked, at, newId })
    const seen = drafts.map((draft, index): SeenFact => {
      const { card, ...rest } = draft
      const training = subjects[index]
      return {
        id: `${read}.${index}`,
        participant,
        at,
        by: "page",
        site: site.id,
        host,
        ...rest,
        ...(training && { training }),
        ...(card && { particulars: card }),
      }
    })
    const plenty = withinPlenty(facts, newFacts(facts, seen, programme), programme, told)
    isOverfull = plenty.isOverfull
    return plenty.facts
  }
  const noted = { id: read, at, site: from.health, understood }
  return noteReadOf(database, noted, { whose, choose, isOverfull: () => isOverfull })
}

type Draft = Pick<SeenFact, "signal" | "words" | "place" | "values"> & {
  card?: NonNullable<Observed["training"]>
}

async function draftOf(database: JejakDatabase, observed: Observed): Promise<Draft> {
  const { signal, words, place, values, training } = observed
  // Who is logged in is nobody's progress.
  const { card: digits, name: _, email: __, ...others } = values ?? {}
  const card = digits === undefined ? undefined : await keepCard(database, digits)
  return {
    signal,
    words,
    place,
    ...(values && { values: { ...others, ...(card && { card }) } }),
    ...(training && { card: training }),
  }
}
