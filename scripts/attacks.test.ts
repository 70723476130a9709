import { expect, it } from "vitest"
import { ATTACKS } from "../tests/trust/attacks/all"

it("attacks by a page are many, each with a name of its own", () => {
  const names = ATTACKS.flatMap(({ attacks }) => attacks).map(({ name }) => name)
  expect(names.length).toBeGreaterThanOrEqual(50)
  expect(names).toEqual([...new Set(names)])
})
