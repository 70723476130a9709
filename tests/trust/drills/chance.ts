/** Chance that can be had again. */
export interface Chance {
  /** From 0 up to, and without, `below`. */
  below(below: number): number
  /** One of these. */
  pick<T>(of: readonly [T, ...T[]]): T
}

/** @param seed any integer (mulberry32) */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: (below) => next() * below,
    pick: (of) => of[Math.floor(next() * of.length)] ?? of[0],
  }
}
