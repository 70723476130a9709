import { describe, expect, it } from "vitest"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import { storedOverview } from "./stored"

/** What storage gives back: plain JSON. */
const json = (value: unknown) => JSON.parse(JSON.stringify(value))

/** Every place in a value, as its path. */
function paths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))]
}

function withJunk(value: unknown, path: readonly (string | number)[], junk: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return junk
  const copy = json(value)
  let place = copy
  for (const step of path.slice(0, -1)) place = place[step]
  place[rest.at(-1) ?? key] = junk
  return copy
}

describe("the stored overview", () => {
  it.each(Object.entries(overviewFixtures))("is taken as it is: %s", (_name, { overview }) => {
    expect(storedOverview(json(overview))).toEqual(json(overview))
  })

  it.each([undefined, null, "x", 1, [], {}, { version: 1 }])("is nothing when it is %j", (junk) => {
    expect(storedOverview(junk)).toBeUndefined()
  })

  it("is not taken from another version", () => {
    expect(storedOverview({ ...overviewFixtures.fresh.overview, version: 4 })).toBeUndefined()
  })

  it("is not taken with a list, a text or a number missing that the page would trip over", () => {
    const whole = json(overviewFixtures.twoTrainings.overview)
    const vital = paths(whole).filter(
      (path) =>
        !path.some((key) => key === "values" || key === "waves") &&
        /(links|contacts|missingAccess|participant|journey|money|warnings|person|trainings|steps|deadlines|state|severity|from|evidence|source)$/.test(
          path.join("."),
        ),
    )
    expect(vital.length).toBeGreaterThan(100)
    for (const path of vital) expect(storedOverview(withJunk(whole, path, 7)), path.join(".")).toBeUndefined()
  })
})
