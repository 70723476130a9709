/** Work that may rest between any two of its turns; what it gives in the end is of one moment only if nothing changed meanwhile. */
export type Turns<Result> = Generator<undefined, Result>

/** Things between two turns: of some, the browser is asked whether they are shown. */
const THINGS_OF_A_TURN = 32

/** Those that are as asked, the first `most` of them; with a rest after every few that were asked about. */
export function* chosen<Thing>(
  all: readonly Thing[],
  asked: (thing: Thing) => unknown,
  most = all.length,
): Turns<Thing[]> {
  const found: Thing[] = []
  let looked = 0
  for (const thing of all) {
    looked += 1
    if (looked % THINGS_OF_A_TURN === 0) yield
    if (!asked(thing)) continue
    found.push(thing)
    if (found.length >= most) break
  }
  return found
}

/** All of it at once. */
export function finished<Result>(work: Turns<Result>): Result {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}
