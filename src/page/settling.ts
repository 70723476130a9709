/** After so long without a change the page counts as settled, in milliseconds. */
const QUIET = 250
/** A page that never settles is looked at all the same. */
const LONGEST = 2000
/** After a look nothing is looked at for so many times as long as that took: a page cannot make looking slow the tab. */
const REST = 20
/** The browser may put a look off until it is idle, but not for longer. */
const LONGEST_WAIT_FOR_IDLE = 500

export interface Settling {
  /** Something changed. Costs a comparison, or one timer. */
  touch(): void
  /** What was waiting is given up; a later touch begins anew. */
  cancel(): void
}

/** Calls `settled` once changes have stopped, or have gone on for too long, and the browser is idle. */
export function settling(settled: () => void): Settling {
  let first: number | undefined
  let last = 0
  let notBefore = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const wait = () => {
    const begun = first
    const now = performance.now()
    const due = Math.max(notBefore, Math.min(last + QUIET, (begun ?? now) + LONGEST))
    if (now < due) {
      timer = setTimeout(wait, due - now)
      return
    }
    whenIdle(() => {
      // Given up in the meantime, or begun anew.
      if (first !== begun) return
      first = undefined
      const looked = performance.now()
      settled()
      const done = performance.now()
      notBefore = done + REST * (done - looked)
    })
  }

  return {
    touch() {
      last = performance.now()
      if (first !== undefined) return
      first = last
      timer = setTimeout(wait, QUIET)
    },
    cancel() {
      clearTimeout(timer)
      first = undefined
    },
  }
}

function whenIdle(run: () => void): void {
  const { requestIdleCallback: idle = setTimeout } = globalThis as Partial<typeof globalThis>
  ;(idle as typeof requestIdleCallback)(run, { timeout: LONGEST_WAIT_FOR_IDLE })
}
