import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { formatTimeLeft, today } from "../language/formats"
import { holdsUntil } from "./holds-until"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { overview, now } = overviewFixtures.noParticipant
const NOW = Date.parse(now)
const DAY = 86_400_000

describe("how long a painting holds", () => {
  it("is as long as every length of time on it reads the same, and no day begins", () => {
    const length = fc.integer({ min: -40 * DAY, max: 40 * DAY })
    fc.assert(
      fc.property(
        fc.array(length, { maxLength: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lengths, share) => {
          const moments = lengths.map((each) => new Date(NOW + each).toISOString())
          const read = (at: number) => [
            today(overview.programme.zone, at),
            ...moments.map((each) => formatTimeLeft(each, at)),
          ]
          const until = holdsUntil(overview, moments, NOW)
          const between = NOW + Math.floor(share * (until - 1 - NOW))
          expect(read(between)).toEqual(read(NOW))
          // Where it is told in days and hours, a full day reads shorter, and so may the last moment before it.
          expect(until).toBeGreaterThan(NOW)
        },
      ),
    )
  })

  it("ends with the length of time that is the next to be told otherwise", () => {
    const at = (milliseconds: number) => new Date(NOW + milliseconds).toISOString()
    const told = (...lengths: number[]) => holdsUntil(overview, lengths.map(at), NOW) - NOW
    const [MINUTE, HOUR] = [60_000, 3_600_000]
    expect(told(5 * HOUR + 30_000)).toBe(30_001)
    expect(told(2 * DAY + 20 * MINUTE)).toBe(20 * MINUTE + 1)
    expect(told(8 * DAY + 2 * HOUR)).toBe(2 * HOUR + 1)
    expect(told(8 * DAY + 2 * HOUR, 2 * DAY + 20 * MINUTE)).toBe(20 * MINUTE + 1)
    expect(told(-2 * HOUR - 10_000)).toBe(50_000)
    expect(told(-3 * DAY - 20 * HOUR)).toBe(4 * HOUR)
  })

  it("ends with the day", () => {
    const until = holdsUntil(overview, [], NOW)
    const day = (instant: number) => today(overview.programme.zone, instant)
    expect([day(until - 1), day(until)]).toEqual(["2024-07-01", "2024-07-02"])
  })

  it("ends when a moment comes of which only the date is told", () => {
    const { overview: shown, now: then } = overviewFixtures.walletOpen
    const at = Date.parse(then)
    const changesAt = new Date(at + 90_000).toISOString()
    const journey = shown.journey && { ...shown.journey, changesAt }
    expect(holdsUntil({ ...shown, ...(journey && { journey }) }, [], at)).toBe(at + 90_001)
  })
})
