import { expect, it } from "vitest"
import { said, seen } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Fact } from "./facts"
import { identitiesOf } from "./identities"

const [programme] = programmes
if (!programme) throw new Error("no programme")

it("sees what was added to the same list, and another programme's rules", () => {
  const facts: Fact[] = [seen("2024-07-01", "balance", { id: "one" })]
  const before = identitiesOf(facts, programme)
  expect(identitiesOf(facts, programme)).toBe(before)
  facts.push({ ...said("2024-07-02", "videos"), id: "two" })
  expect(identitiesOf(facts, programme).noted.map(({ id }) => id)).toEqual(["one", "two"])
  expect(identitiesOf(facts, { ...programme })).not.toBe(identitiesOf(facts, programme))
})
