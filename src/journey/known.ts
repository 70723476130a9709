import type { Programme } from "../programmes/schema"
import type { Fact } from "./facts"
import { factsThatCount, type Identities, identitiesOf } from "./identities"
import { type Training, trainingsOf } from "./trainings"

/** What is known of the trainings of somebody, for finding the one that a page or a message speaks of. */
export interface Known {
  identities: Identities
  /** With those that are none of the programme's, and what was wrong of the others. */
  all: Training[]
  /** Those that are shown. */
  shown: Training[]
}

/** The trainings that one person's facts, in any order, speak of. */
export function knownTrainings(facts: readonly Fact[], programme: Programme): Known {
  const identities = identitiesOf(facts, programme)
  return {
    identities,
    all: trainingsOf(identities.facts, programme),
    shown: trainingsOf(factsThatCount(identities), programme),
  }
}
