// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { practicePages, practiceSites, readPractice } from "../../../../tests/fixtures/practice-pages"
import { programmes } from "../../registry"
import type { Programme } from "../../schema"

const { sites, watching } = programmes[0] as Programme
const described = [...sites, watching]

describe.each(described.map((site) => [site.id, site] as const))("the practice pages of %s", (id, site) => {
  const readings = practicePages(id).map((name) => readPractice(id, name))
  const observations = readings.flatMap((reading) => reading.observations)

  it("show something on one page and nothing on another", () => {
    expect(readings.some((reading) => reading.observations.length > 0)).toBe(true)
    expect(readings.some((reading) => reading.observations.length === 0)).toBe(true)
  })

  it("show every signal, but for those of which only stored facts are left", () => {
    const shown = new Set(observations.map(({ signal }) => signal))
    const all = site.signals.filter(({ words, address }) => words.length > 0 || address).map((one) => one.id)
    expect(all.filter((signal) => !shown.has(signal))).toEqual([])
  })

  it("are understood where they say something", () => {
    for (const reading of readings) if (reading.observations.length > 0) expect(reading.kind).toBe("read")
  })
})

it("there are practice pages for described sites only", () => {
  expect(practiceSites()).toEqual(described.map(({ id }) => id).sort())
})
