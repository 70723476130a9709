import { describe, expect, it } from "vitest"
import type { Overview } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"
import { refreshing } from "./refreshing"

const [one, other] = [{}, {}] as [JejakDatabase, JejakDatabase]

/** Counts what is computed, and lets nothing end before it is told to. */
function counted() {
  const ends: (() => void)[] = []
  const steps: string[] = []
  let computed = 0
  const refresh = refreshing(
    async () => {
      computed += 1
      steps.push(`show ${computed}`)
      return { overview: computed as unknown as Overview }
    },
    async () => {
      steps.push("follow")
      await new Promise<void>((resolve) => ends.push(resolve))
    },
  )
  return { refresh, steps, end: () => ends.shift()?.() }
}
const turn = () => new Promise((resolve) => setTimeout(resolve))

describe("refreshing", () => {
  it("begins after what was answered when it may wait, and whoever asks until then waits with it", async () => {
    const { refresh, steps } = counted()
    const later = refresh(one, true)
    for (let index = 0; index < 50; index += 1) await Promise.resolve()
    expect(steps).toEqual([])
    expect(refresh(one)).toBe(later)
    expect(await later.shown).toBe(1)
  })

  it("is done once for all who ask before it begins, and once more for all who ask after", async () => {
    const { refresh, steps, end } = counted()
    const first = refresh(one)
    expect(refresh(one)).toBe(first)
    expect(await first.shown).toBe(1)
    const late = [refresh(one), refresh(one), refresh(one)]
    await turn()
    expect(steps).toEqual(["show 1", "follow"])
    end()
    expect(await Promise.all(late.map(({ shown }) => shown))).toEqual([2, 2, 2])
    expect(steps).toEqual(["show 1", "follow", "show 2", "follow"])
    end()
    expect(await late[0]?.done).toBe(2)
  })

  it("is done anew for another database", async () => {
    const { refresh, end } = counted()
    const [first, second] = [refresh(one), refresh(other)]
    expect(second).not.toBe(first)
    await turn()
    end()
    expect(await second.shown).toBe(2)
  })

  it("goes on after a failure", async () => {
    let fails = true
    const refresh = refreshing(
      async () => {
        if (fails) throw new Error("not now")
        return { overview: {} as Overview }
      },
      async () => undefined,
    )
    await expect(refresh(one).done).rejects.toThrow("not now")
    fails = false
    await expect(refresh(one).done).resolves.toEqual({})
  })
})
