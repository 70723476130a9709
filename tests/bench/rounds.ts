/** Rounds before those that count: what is compiled, cached and connected for the first time. */
const WARM_UP = 2

/**
 * Measures everybody in turn, A B C A B C …, so that whatever else the machine does meets them alike.
 * @returns every value of each, in the order of the rounds, without the warm-up's
 */
export async function inTurn<Value>(
  rounds: number,
  measures: Readonly<Record<string, () => Promise<Value>>>,
): Promise<Record<string, Value[]>> {
  const found: Record<string, Value[]> = Object.fromEntries(Object.keys(measures).map((name) => [name, []]))
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const [name, measure] of Object.entries(measures)) {
      const value = await measure()
      if (round >= 0) found[name]?.push(value)
    }
  return found
}
