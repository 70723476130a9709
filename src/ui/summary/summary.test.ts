import { describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import type { Overview } from "../../messages/overview"
import { summaryOf } from "./summarise"
import { withParts } from "./summary"
import { summaryText } from "./summary-text"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const summarised = ({ overview, now }: { overview: Overview; now: string }) => {
  const { participant, journey } = overview
  if (!participant || !journey) throw new Error("nobody")
  return summaryOf({
    overview: { ...overview, participant, journey },
    history: undefined,
    now: Date.parse(now),
    version: "1.2.3",
  })
}

describe("the summary", () => {
  const summary = summarised(overviewFixtures.twoTrainings)
  const text = summaryText(summary)

  it("says whose it is, and no more of the card than its end", () => {
    expect(text).toContain("Nama: Siti Aminah")
    expect(text).toContain("Gelombang: Gelombang 70")
    expect(text).not.toMatch(/\d{16}/)
    expect(text).toContain("Ini bukan bukti dari penyelenggara program")
  })

  it("tells each step with its evidence: where, when, and in which words", () => {
    expect(text).toMatch(
      /Terbaca di .+ \(dashboard\.prakerja\.go\.id\): “.+”, \w{3}, \d+ \w{3} 2024, \d\d\.\d\d WIB/,
    )
    expect(text).toContain("Kata Siti Aminah sendiri")
  })

  it("keeps every training by itself, and leaves out what is not wanted", () => {
    const trainings = summary.parts.filter(({ id }) => id.startsWith("training:"))
    expect(trainings.length).toBeGreaterThan(1)
    const [one, other] = trainings
    const only = summaryText(withParts(summary, (part) => part === one?.id))
    expect(only).toContain(one?.heading)
    expect(only).not.toContain(other?.heading)
    expect(only).toContain("Nama: Siti Aminah")
  })

  it("has in its text all that the page shows", () => {
    for (const { heading, about, rows } of summary.parts)
      for (const words of [
        heading,
        ...about,
        ...rows.flatMap((row) => [row.title, row.standing, ...row.lines]),
      ])
        expect(text).toContain(words)
  })
})

describe("deadlines in the summary", () => {
  it.each(Object.entries(overviewFixtures).filter(([, { overview }]) => overview.journey))(
    "of %s say whether they were met",
    (_name, fixture) => {
      const lines = summarised(fixture).parts.flatMap(({ rows }) => rows.flatMap((row) => row.lines))
      const outcomes =
        /(terpenuhi|terlewat|sudah lewat|masih berjalan|sudah dikerjakan, .+|dikerjakan sesudah batas ini)\./
      for (const line of lines.filter((each) => each.startsWith("Batas "))) expect(line).toMatch(outcomes)
    },
  )
})
