/*
 * The few figures that measurements are told in. Medians and quartiles, since a machine's troubles only ever make something
 * slower.
 */

/** Of some measurements, in their own unit. */
export interface Summary {
  median: number
  /** The quartiles, between which the middle half lies. */
  low: number
  high: number
  count: number
}

/** The value below which `share` (0 to 1) of the values lie, between two neighbours in proportion. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) return Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

export function summaryOf(values: readonly number[]): Summary {
  return {
    median: median(values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    count: values.length,
  }
}

const SAMPLES = 4000

/**
 * The interval in which the median lies with 95 % confidence, by drawing from the values again and again (percentile bootstrap).
 * The same values always give the same interval.
 */
export function interval(values: readonly number[]): { from: number; to: number } {
  let seed = 1
  // The generator of Lehmer: plain, and the same everywhere.
  const draw = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return values[seed % values.length] ?? Number.NaN
  }
  const medians = Array.from({ length: SAMPLES }, () => median(values.map(draw)))
  return { from: quantile(medians, 0.025), to: quantile(medians, 0.975) }
}

/** The `p` of `y = c · x ^ p` that fits best (least squares of the logarithms): 1 where y grows as x does. */
export function exponentOf(points: readonly { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }))
  const mean = (of: "x" | "y") => logs.reduce((sum, point) => sum + point[of], 0) / logs.length
  const [x, y] = [mean("x"), mean("y")]
  const together = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  return together / logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
}
