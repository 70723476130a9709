import { expect, it } from "vitest"
import { answered, seen } from "../../tests/fixtures/facts"
import type { StepEvent } from "./claims"
import { decide } from "./decide"
import type { SeenFact } from "./facts"

const claim = (fact: SeenFact, state: "done" | "open", asksOnly = false): StepEvent => ({
  kind: "seen",
  claim: { fact, state, strong: !asksOnly, asksOnly },
})

it("asks, and does not assume, when a site that is only asked about opens what another finished", () => {
  const done = seen("2024-07-04", "redeemed")
  const open = seen("2024-07-05", "learning", { site: "watched", host: "belajar.example" })
  const asked = decide([claim(done, "done"), claim(open, "open", true)])
  expect(asked).toMatchObject({ state: "done", by: "page", question: { asks: "open" } })
  expect(decide([claim(done, "done"), claim(open, "open")])).toMatchObject({ state: "open" })
  const no = answered("2024-07-06", open, false)
  if (no.kind !== "answer") throw new Error("no answer")
  const refused = [claim(done, "done"), claim(open, "open", true), { kind: "answered" as const, fact: no }]
  expect(decide([...refused, claim({ ...open, id: "again" }, "open", true)]).question).toBeUndefined()
})
