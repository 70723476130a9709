import type { Programme } from "../programmes/schema"
import type { Fact, SeenFact } from "./facts"
import { compareLikeness, likenessOf } from "./identify"
import { type Identities, trainingOf } from "./identities"
import type { HiddenTraining, Judgement, SameQuestion } from "./journey"
import { type Training, trainingsOf } from "./trainings"
import { evidenceOf } from "./views"

/**
 * What is to be asked once of each training that the programme's own site has not shown: whether it is the one of another
 * site that it is most like. A pair that was answered is not asked again, then the next likeliest is.
 * @param facts those that count
 */
export function questionsOf(
  facts: readonly Fact[],
  trainings: readonly Training[],
  { judgements, splits, idOf }: Identities,
  programme: Programme,
): SameQuestion[] {
  const answered = new Set([
    ...judgements.map(({ training, as }) => pairOf(idOf(training), idOf(as))),
    ...splits.map(({ training, into }) => pairOf(idOf(training), idOf(into))),
  ])
  const titled = trainings.filter(({ particulars }) => particulars.title !== undefined)
  return titled.flatMap((training) => {
    const likeliest = titled
      .filter((other) => isAsked(training, other) && !answered.has(pairOf(training.id, other.id)))
      .map((as) => ({ as, like: likenessOf(training, as) }))
      .filter(({ like }) => like.grade !== "different")
      .sort((a, b) => compareLikeness(b.like, a.like))[0]?.as
    const seen = facts.findLast(
      (fact): fact is SeenFact => fact.by === "page" && fact.training === training.id && !!fact.particulars,
    )
    if (!likeliest || !seen) return []
    const [title = "", asTitle = ""] = [training.particulars.title, likeliest.particulars.title]
    return [
      {
        training: training.id,
        title,
        as: { training: likeliest.id, title: asTitle, seenOn: namesOf(likeliest) },
        evidence: evidenceOf(seen, programme),
      },
    ]
  })
}

/** Whether `training` is the one of the two that is in question: one known from no site of the other's, and less sure of itself. */
function isAsked(training: Training, other: Training): boolean {
  if (training === other || training.sightings.length === 0) return false
  if (training.sightings.some(({ key }) => other.sightings.some((same) => same.key === key))) return false
  if (other.sightings.length === 0) return true
  const [home, otherHome] = [isHome(training), isHome(other)]
  if (home || otherHome) return otherHome
  return training.since > other.since || (training.since === other.since && training.id > other.id)
}

function isHome({ sightings }: Training): boolean {
  return sightings.some(({ weight }) => weight === "home")
}

/** Names of the sites on which a training was seen. */
export function namesOf({ sightings }: Training): string[] {
  return [...new Set(sightings.map(({ name }) => name))]
}

/**
 * What the person has said of trainings' being one or two, by the training that is shown, so that it can be taken back. The
 * title of one that has none is empty.
 */
export function judgementsOf(identities: Identities, programme: Programme): Map<string, Judgement[]> {
  const { judgements, splits, idOf } = identities
  const of = new Map<string, Judgement[]>()
  const titles = titlesOf(identities, programme)
  const add = (training: string, other: string, judgement: Omit<Judgement, "title">) => {
    const shown = idOf(training)
    of.set(shown, [...(of.get(shown) ?? []), { title: titles.get(other) ?? "", ...judgement }])
  }
  for (const { id: fact, training, as, yes } of judgements) {
    // A no between two that another answer made one says nothing any more.
    if (!yes && (idOf(training) === idOf(as) || !titles.has(as))) continue
    add(training, yes ? training : as, { same: yes, fact })
  }
  for (const { id: fact, training, into } of splits)
    if (idOf(training) !== idOf(into)) add(into, training, { same: false, fact })
  return of
}

/** The title of each id of a training that facts stood under, as it was before another was put to it; none where nothing was. */
export function titlesOf(identities: Identities, programme: Programme): Map<string, string> {
  const { noted, idsOf, rejected, judgements, splits } = identities
  if (judgements.length === 0 && splits.length === 0) return new Map()
  const facts = noted
    .filter(({ id }) => !rejected.has(id))
    .flatMap((fact) =>
      trainingOf(fact) === undefined ? [fact] : idsOf(fact).map((training) => ({ ...fact, training })),
    )
  return new Map(
    trainingsOf(facts, programme).flatMap(({ id, particulars: { title } }) =>
      title === undefined ? [] : [[id, title] as const],
    ),
  )
}

/** The trainings that are none of the programme's, with what takes that back. */
export function hiddenOf({ facts, hidden }: Identities, programme: Programme): HiddenTraining[] {
  return trainingsOf(facts, programme).flatMap(({ id: training, particulars: { title } }) => {
    const fact = hidden.get(training)
    return fact && title !== undefined ? [{ training, title, fact }] : []
  })
}

function pairOf(one: string, other: string): string {
  return [one, other].sort().join(" ")
}
