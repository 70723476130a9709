/** Work that may rest between any two of its turns; what it gives in the end is of one moment only if nothing changed meanwhile. */
export type Turns<Result> = Generator<undefined, Result>

/** All of it at once. */
export function finished<Result>(work: Turns<Result>): Result {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}
