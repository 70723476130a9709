import { beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import {
  formatDate,
  formatDateOrTime,
  formatDayOf,
  formatInstant,
  formatMoney,
  formatOwnTime,
  formatTimeLeft,
  ownTimeZone,
  today,
} from "./formats"
import { speak } from "./words"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))
beforeEach(() => {
  resetOwnPage()
  speak(undefined)
})

const zone = { zone: "Asia/Jakarta", zoneLabel: "WIB" }
const inEnglish = () => {
  ownPage().state.language = "en"
  speak(undefined)
}

describe("dates", () => {
  it("writes an instant on the programme's clock", () => {
    expect(formatInstant("2024-03-13T23:59:59+07:00", zone)).toBe("Rab, 13 Mar 2024, 23.59 WIB")
    expect(formatInstant("2024-03-12T17:00:00Z", zone)).toBe("Rab, 13 Mar 2024, 00.00 WIB")
    inEnglish()
    expect(formatInstant("2024-03-13T23:59:59+07:00", zone)).toBe("Wed, 13 Mar 2024, 23:59 WIB")
  })

  it("writes a civil date, whatever zone the computer is in", () => {
    expect(formatDate("2024-03-13")).toBe("Rab, 13 Mar 2024")
    expect(formatDate("2024-12-01")).toBe("Min, 1 Des 2024")
    inEnglish()
    expect(formatDate("2024-03-13")).toBe("Wed, 13 Mar 2024")
  })

  it("writes a clock only where there is one", () => {
    expect(formatDateOrTime("2024-03-01", zone)).toBe("Jum, 1 Mar 2024")
    expect(formatDateOrTime("2024-03-01T09:00", zone)).toBe("Jum, 1 Mar 2024, 09.00 WIB")
  })

  it("takes an instant's day from the programme's zone", () => {
    expect(formatDayOf("2024-03-12T18:00:00Z", zone)).toBe("Rab, 13 Mar 2024")
  })

  it("knows today in the programme's zone", () => {
    expect(today("Asia/Jakarta", Date.parse("2024-03-12T17:00:00Z"))).toBe("2024-03-13")
    expect(today("Asia/Jakarta", Date.parse("2024-03-12T16:59:59Z"))).toBe("2024-03-12")
  })
})

describe("the person's own time", () => {
  const due = "2024-03-13T23:59:59+07:00"
  it("is left out where it is the same, by whatever name", () => {
    expect(formatOwnTime(due, zone, "Asia/Jakarta")).toBeUndefined()
    expect(formatOwnTime(due, zone, "Asia/Bangkok")).toBeUndefined()
  })

  it("is that of the browser's zone unless another is given", () => {
    for (const at of [due, "2024-07-01T00:30:00Z"])
      expect(formatOwnTime(at, zone)).toBe(formatOwnTime(at, zone, ownTimeZone()))
  })

  it("names the day where that is another", () => {
    expect(formatOwnTime(due, zone, "Asia/Makassar")).toBe("Kam, 14 Mar 2024, 00.59 WITA")
    expect(formatOwnTime(due, zone, "Asia/Jayapura")).toBe("Kam, 14 Mar 2024, 01.59 WIT")
  })

  it("is a clock alone on the same day, in English too", () => {
    inEnglish()
    expect(formatOwnTime("2024-03-13T09:00:00+07:00", zone, "Asia/Makassar")).toBe("10:00 WITA")
    expect(formatOwnTime("2024-03-13T09:00:00+07:00", zone, "Asia/Tokyo")).toBe("11:00 GMT+9")
  })
})

describe("money", () => {
  it.each([
    [0, "Rp0"],
    [50_000, "Rp50.000"],
    [3_500_000, "Rp3.500.000"],
  ])("writes %i with points", (amount, expected) => {
    expect(formatMoney(amount)).toBe(expected)
    inEnglish()
    expect(formatMoney(amount)).toBe(expected)
  })
})

describe("time left", () => {
  const due = "2024-03-13T23:59:00+07:00"
  const left = (now: string) => formatTimeLeft(due, Date.parse(`${now}+07:00`))
  it.each([
    ["2024-02-28T10:00:00", "14 hari lagi"],
    ["2024-03-07T10:00:00", "6 hari 13 jam lagi"],
    ["2024-03-11T18:30:00", "2 hari 5 jam lagi"],
    ["2024-03-11T23:59:00", "2 hari lagi"],
    ["2024-03-12T23:59:00", "1 hari lagi"],
    ["2024-03-12T23:59:01", "23 jam 59 menit lagi"],
    ["2024-03-13T18:47:00", "5 jam 12 menit lagi"],
    ["2024-03-13T22:59:00", "1 jam lagi"],
    ["2024-03-13T23:47:00", "12 menit lagi"],
    ["2024-03-13T23:58:30", "kurang dari 1 menit lagi"],
    ["2024-03-14T00:09:00", "sudah lewat 10 menit"],
    ["2024-03-14T05:59:00", "sudah lewat 6 jam"],
    ["2024-03-17T01:00:00", "sudah lewat 3 hari"],
  ])("at %s is: %s", (now, expected) => {
    expect(left(now)).toBe(expected)
  })

  it("counts in English", () => {
    inEnglish()
    expect(left("2024-03-12T22:58:00")).toBe("1 day 1 hour left")
    expect(left("2024-03-17T01:00:00")).toBe("3 days overdue")
  })
})
