import { expect, test } from "vitest"
import type { Drill } from "./drill"

/** A drill in `npm test`. */
export function holds(drill: Drill): void {
  const where = drill.browser ? ` in ${drill.browser}` : ""
  test(`${drill.name}${where}: ${drill.short} ${drill.unit}`, async () => {
    const seed = Number(process.env.JEJAK_SEED ?? Math.floor(Math.random() * 2 ** 31))
    const { findings } = await drill.run(drill.short, seed)
    expect(findings, `seed ${seed}`).toEqual([])
  })
}
