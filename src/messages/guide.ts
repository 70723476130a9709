import type { Moment, Programme } from "../programmes/schema"
import type { Source } from "../programmes/schema-basics"
import type { Mode, StepId } from "../programmes/steps"

/** A time limit as its rule has it, for nobody in particular. */
export interface GuideDeadline {
  id: string
  /** In trainings of these modes; without modes in all. */
  modes?: Mode[] | undefined
  opens?: Moment | undefined
  closes?: Moment | undefined
  source: Source
}

/** What is to be known of each step, in their order. */
export interface Guide {
  steps: { id: StepId; source: Source; deadlines: GuideDeadline[] }[]
}

/** The rules of a programme, step by step. */
export function guideOf({ steps, deadlines }: Programme): Guide {
  return {
    steps: steps.map(({ id, source }) => ({
      id,
      source,
      deadlines: deadlines
        .filter((deadline) => deadline.steps.includes(id))
        .map(({ id: deadline, modes, opens, closes, source: of }) => ({
          id: deadline,
          modes,
          opens,
          closes,
          source: of,
        })),
    })),
  }
}
