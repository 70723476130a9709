import { describe, expect, it } from "vitest"
import { exponentOf, interval, quantile, summaryOf } from "./statistics"

describe("the figures of measurements", () => {
  it("are the middle and the quartiles, between two neighbours in proportion", () => {
    expect(summaryOf([4, 1, 3, 2])).toEqual({ median: 2.5, low: 1.75, high: 3.25, count: 4 })
    expect(summaryOf([7])).toEqual({ median: 7, low: 7, high: 7, count: 1 })
    expect(quantile([], 0.5)).toBeNaN()
  })

  it("say how surely a difference is none", () => {
    const noise = Array.from({ length: 31 }, (_, index) => (index % 2 ? 1 : -1) * ((index * 7) % 13))
    const { from, to } = interval(noise)
    expect(from).toBeLessThan(0)
    expect(to).toBeGreaterThan(0)
    expect(interval(noise.map((value) => value + 50)).from).toBeGreaterThan(30)
    expect(interval(noise)).toEqual({ from, to })
  })

  it("say how something grows", () => {
    const points = [1, 10, 100, 1000].map((x) => ({ x, y: 3 * x ** 2 }))
    expect(exponentOf(points)).toBeCloseTo(2, 10)
  })
})
