import { describe, expect, it } from "vitest"
import { newAllowance, type Sent } from "./allowance"

function tabs() {
  let time = 0
  const allowance = newAllowance(() => time)
  return {
    later: (milliseconds: number) => {
      time += milliseconds
    },
    /** How many of so many messages, each answered at once, are taken. */
    taken: (tab: number, messages: number, kind: Sent = "read") => {
      let count = 0
      for (let sent = 0; sent < messages; sent += 1) {
        const answered = allowance.take(tab, kind)
        if (answered) count += 1
        answered?.()
      }
      return count
    },
    allowance,
  }
}

describe("what a tab may send", () => {
  it("is more than a busy dashboard sends in twenty tabs, each a read a second for an hour", () => {
    const { later, taken } = tabs()
    let refused = 0
    for (let second = 0; second < 3600; second += 1) {
      for (let tab = 0; tab < 20; tab += 1) refused += 1 - taken(tab, 1)
      later(1000)
    }
    expect(refused).toBe(0)
  })

  it("ends, for that tab only, and comes back with time", () => {
    const { later, taken } = tabs()
    expect(taken(1, 10_000)).toBe(240)
    expect(taken(2, 1)).toBe(1)
    later(5000)
    expect(taken(1, 100)).toBe(10)
    later(86_400_000)
    expect(taken(1, 10_000)).toBe(240)
  })

  it("is little of what only a person's click sends, and does not take from what is read", () => {
    const { later, taken } = tabs()
    expect(taken(1, 100, "click")).toBe(10)
    expect(taken(1, 5)).toBe(5)
    later(20_000)
    expect(taken(1, 100, "click")).toBe(2)
  })

  it("is for questions what it is for reads, and neither takes from the other", () => {
    const { taken } = tabs()
    expect(taken(1, 10_000, "question")).toBe(240)
    expect(taken(1, 10_000)).toBe(240)
  })

  it("has few messages under way at once", () => {
    const { allowance } = tabs()
    const under = Array.from({ length: 6 }, () => allowance.take(1, "read"))
    expect(under.map(Boolean)).toEqual([true, true, true, true, false, false])
    under[0]?.()
    expect(allowance.take(1, "read")).toBeDefined()
  })

  it("does not grow by a clock that goes back", () => {
    const { later, taken } = tabs()
    taken(1, 240)
    later(-60_000)
    expect(taken(1, 10)).toBe(0)
  })
})
