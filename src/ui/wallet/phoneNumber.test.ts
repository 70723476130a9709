import mobile from "libphonenumber-js/mobile/metadata"
import { describe, expect, it } from "vitest"
import metadata from "./phone-metadata.json"
import { compareNumbers, mobileNumber } from "./phoneNumber"

const NUMBER = { international: "+6281234567890", national: "0812-3456-7890" }

describe("a mobile number", () => {
  it.each([
    "081234567890",
    "0812 3456 7890",
    "0812-3456-7890",
    "0812.3456.7890",
    "0812–3456–7890",
    "(0812) 3456 7890",
    "(0812)34567890",
    " 0812  34 56 78 90 ",
    "+6281234567890",
    "+62 812 3456 7890",
    "+62 812-3456-7890",
    "+62-812-3456-7890",
    "(+62) 812 3456 7890",
    "+62 (812) 3456 7890",
    "+62 0812 3456 7890",
    "+62 (0) 812 3456 7890",
    "+62(0)812-3456-7890",
    "6281234567890",
    "62 812 3456 7890",
    "62-812-3456-7890",
    "620812 3456 7890",
    "81234567890",
    "812 3456 7890",
    "０８１２３４５６７８９０",
    "0812\u00a03456\u00a07890",
    "\u202a+62 812-3456-7890\u202c",
    "081234567890\u200b",
  ])("is read from %j", (text) => {
    expect(mobileNumber(text)).toEqual(NUMBER)
  })

  it.each([
    ["0811234567", "+62811234567"],
    ["08123456789", "+628123456789"],
    ["0895 0123 4567 8", "+62895012345678"],
    ["0838-1234-5678", "+6283812345678"],
  ])("%s is one of another length", (text, international) => {
    expect(mobileNumber(text)?.international).toBe(international)
  })

  it.each([
    ["nothing", ""],
    ["the country alone", "+62"],
    ["the beginning of one", "0812"],
    ["too short", "08123456"],
    ["too long", "0812345678901234"],
    ["a landline of the capital", "021 508 13333"],
    ["a landline with the country", "+62 22 4231234"],
    ["a help line", "1500445"],
    ["a free number", "0800 1234567"],
    ["a number of another country", "+60 12-345 6789"],
    ["a number from overseas", "+1 202 555 0123"],
    ["an operator that there is none of", "0842 3456 7890"],
    ["two numbers", "081234567890 / 081298765432"],
    ["a letter for a digit", "0812-3456-789O"],
    ["words before it", "WA 081234567890"],
    ["an extension", "081234567890 ext 5"],
    ["sixteen digits of a card", "4111 1111 1111 1111"],
    ["a very long text", "0".repeat(5000)],
  ])("is not read from %s", (_what, text) => {
    expect(mobileNumber(text)).toBeUndefined()
  })
})

describe("two numbers", () => {
  it.each([
    ["0812 3456 7890", "+62 812-3456-7890", "same"],
    ["6281234567890", "(0812) 3456.7890", "same"],
    ["081234567890", "081234567891", "different"],
    ["08123456789", "081234567890", "different"],
    ["081234567890", "0812", "unfinished"],
    ["", "", "unfinished"],
    ["0215081333", "0215081333", "unfinished"],
  ] as const)("%j and %j are %s", (one, other, expected) => {
    expect(compareNumbers(one, other)).toBe(expected)
    expect(compareNumbers(other, one)).toBe(expected)
  })
})

it("the numbering plan is what the library has of that country", () => {
  const [country, ...others] = Object.keys(metadata.countries) as "ID"[]
  expect(others).toEqual([])
  expect(metadata).toEqual({
    version: mobile.version,
    country_calling_codes: { "62": [country] },
    countries: { ID: mobile.countries.ID },
    nonGeographic: {},
  })
})
