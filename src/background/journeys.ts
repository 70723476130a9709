import type { Fact } from "../journey/facts"
import { foldJourney } from "../journey/fold"
import type { Journey } from "../journey/journey"
import { factsInOrder } from "../journey/order"
import { programmeById } from "../programmes/registry"
import type { JejakDatabase, Participant } from "../storage/database"
import { digestOfFacts } from "../storage/facts"
import { isLocked } from "../storage/locking"
import { everybody } from "../storage/people"
import { noteFault } from "./faults"

/** Somebody with their journey as it stands. */
export interface Traveller {
  id: string
  displayName: string
  journey: Journey
}

/**
 * The facts of a participant that can still matter, and what follows from all of them.
 * @param now an instant in UTC
 * @throws as `digestOfFacts`
 */
export async function journeyOf(
  database: JejakDatabase,
  { id, programme }: Pick<Participant, "id" | "programme">,
  now: string,
): Promise<{ facts: readonly Fact[]; journey: Journey }> {
  const { facts } = await digestOfFacts(database, id, now)
  return { facts, journey: foldJourney(facts, programmeById(programme), now) }
}

/** The day of the announcement (civil date), as last said and not taken back; empty when it never was. */
export function announcedOn(facts: readonly Fact[]): string {
  const said = factsInOrder(facts).findLast(
    (fact) => fact.by === "person" && fact.kind === "step" && fact.step === "accepted" && fact.on,
  )
  return (said && "on" in said && said.on) || ""
}

/**
 * Everybody who is not locked. One whose facts cannot be read does not keep the others from being reminded.
 * @param known somebody whose journey at `now` is known
 */
export async function openJourneys(
  database: JejakDatabase,
  now: string,
  known?: Traveller,
): Promise<Traveller[]> {
  const open = (await everybody(database)).filter((person) => !isLocked(database, person))
  const each = await Promise.all(
    open.map(async (person) => {
      if (known?.id === person.id) return [known]
      try {
        const { id, displayName } = person
        return [{ id, displayName, journey: (await journeyOf(database, person, now)).journey }]
      } catch (error) {
        noteFault("journey", error)
        return []
      }
    }),
  )
  return each.flat()
}
