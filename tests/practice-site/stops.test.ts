import { expect, test } from "vitest"
import { othersTurn } from "./app/others.js"
import { initialState, reduce } from "./app/state.js"
import { SIDE_STOPS, STOPS, stateAt } from "./app/stops.js"

const TODAY = "2024-08-30"

test("no two stops are the same, and each survives being stored", () => {
  const states = [...STOPS, ...SIDE_STOPS].map(({ name }) => JSON.stringify(stateAt(name, TODAY)))
  expect(new Set(states).size).toBe(states.length)
  expect(JSON.parse(states.at(-1) ?? "")).toEqual(stateAt("flagged", TODAY))
})

test("what others do leads on exactly where the time machine's stops say", () => {
  for (const [from, to] of [
    ["selection", "accepted"],
    ["studied", "certificate"],
    ["reviewed", "scheduled"],
    ["scheduled", "received"],
    ["received", "survey-1-announced"],
    ["survey-1-announced", "survey-1-open"],
    ["survey-1-received", "survey-2-announced"],
    ["survey-2-announced", "survey-2-open"],
  ] as const) {
    const state = stateAt(from, TODAY)
    expect(reduce(state, othersTurn(state)?.action), from).toEqual(stateAt(to, TODAY))
  }
})

test("nobody else acts while it is the person's turn", () => {
  for (const name of ["login", "accepted", "videos", "linked", "bought", "certificate", "survey-1-open"])
    expect(othersTurn(stateAt(name, TODAY)), name).toBeUndefined()
})

test("only the first training brings the incentive, and a training is bought once", () => {
  const twice = stateAt("second-training", TODAY)
  const [, second] = twice.trainings
  const reviewed = reduce(twice, { type: "review", id: second?.id })
  expect(reviewed.payments).toHaveLength(1)
  expect(twice.trainings).toHaveLength(2)
})

test("unknown stops and actions are errors", () => {
  expect(() => stateAt("moon", TODAY)).toThrow("moon")
  expect(() => reduce(initialState(TODAY), { type: "fly" })).toThrow("fly")
})
