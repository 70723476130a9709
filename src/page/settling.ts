import type { Turns } from "../reader/turns"

/** After so long without a change the page counts as settled, in milliseconds. */
const QUIET = 250
/** A page that never settles is looked at all the same. */
const LONGEST = 2000
/**
 * After a look nothing is looked at for so many times as long as that took: a page cannot make looking slow the tab. Twice as many
 * after each that found nothing new.
 */
const LEAST_REST = 20
const MOST_REST = 160
/** Half a frame: a look that takes longer goes on when the browser is idle again. */
const TURN = 8
/**
 * So many looks are given up for a change that came between two turns; then one is taken all at once. The last of them goes on to its
 * end, though what it finds is thrown away: code takes several times as long when it is run for the first time, and what is taken at once
 * should not.
 */
const MOST_GIVEN_UP = 2
/** The browser may put a look off until it is idle, but not for longer; and its next turn. */
const LONGEST_WAIT_FOR_IDLE = 500
const LONGEST_WAIT_FOR_TURN = 100

export interface Settling {
  /** Something changed. Costs a comparison, or one timer. */
  touch(): void
  /** What was waiting, or had begun, is given up; a later touch begins anew. */
  cancel(): void
}

/** A look that is due, or has begun. */
interface Due {
  since: number
  took: number
  givenUp: number
}

/**
 * Looks once changes have stopped, or have gone on for too long, and the browser is idle: in turns, and at what was the same in
 * all of them.
 * @param look gives in the end what tells of it, if it was of one moment, and says whether that was anything new
 */
export function settling(look: () => Turns<() => boolean> | undefined): Settling {
  let due: Due | undefined
  let changed = false
  let last = 0
  let rest = LEAST_REST
  let ended = 0
  let took = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const wait = (mine: Due) => {
    const now = performance.now()
    const at = Math.max(ended + rest * took, Math.min(last + QUIET, mine.since + LONGEST))
    if (now < at) timer = setTimeout(wait, at - now, mine)
    else
      requestIdleCallback(
        () => {
          changed = false
          if (due === mine) turn(mine, look())
        },
        { timeout: LONGEST_WAIT_FOR_IDLE },
      )
  }

  const turn = (mine: Due, work: Turns<() => boolean> | undefined) => {
    if (due !== mine) return
    const begun = performance.now()
    let step: IteratorResult<undefined, () => boolean> = { done: true, value: () => true }
    let now = begun
    if (!changed || mine.givenUp === MOST_GIVEN_UP - 1)
      do {
        if (work) step = work.next()
        now = performance.now()
      } while (!step.done && (mine.givenUp >= MOST_GIVEN_UP || now < begun + TURN))
    mine.took += now - begun
    if (!step.done) requestIdleCallback(() => turn(mine, work), { timeout: LONGEST_WAIT_FOR_TURN })
    else if (changed) {
      mine.givenUp += 1
      wait(mine)
    } else {
      due = undefined
      const isNew = step.value()
      ended = performance.now()
      took = mine.took + ended - now
      rest = isNew ? LEAST_REST : Math.min(2 * rest, MOST_REST)
    }
  }

  return {
    touch() {
      last = performance.now()
      changed = true
      if (due) return
      due = { since: last, took: 0, givenUp: 0 }
      timer = setTimeout(wait, QUIET, due)
    },
    cancel() {
      clearTimeout(timer)
      due = undefined
      rest = LEAST_REST
    },
  }
}
