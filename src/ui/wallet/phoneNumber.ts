import { type MetadataJson, parsePhoneNumberFromString } from "libphonenumber-js/core"
import metadata from "./phone-metadata.json"

/*
 * The library's core with the numbering plan of one country: 39 KB in the page. Its ready-made builds bring the plans of
 * the whole world along and weigh 121 KB (min, which cannot tell a mobile number), 136 KB (mobile) and 194 KB (max). That
 * the plan is still the library's own, `phoneNumber.test.ts` holds.
 */
const COUNTRY = "ID"

export interface MobileNumber {
  /** "+6281234567890": equal for equal numbers. */
  international: string
  /** "0812-3456-7890", as people write it. */
  national: string
}

/** The mobile number that a text is, however it is written; undefined for anything else, also for a landline. */
export function mobileNumber(text: string): MobileNumber | undefined {
  // Brackets around the country's code, and marks of direction that come along when a number is copied.
  const plain = text.replace(/[()[\]\p{Cf}]/gu, " ").trim()
  const number = parsePhoneNumberFromString(
    plain,
    { defaultCountry: COUNTRY, extract: false },
    metadata as unknown as MetadataJson,
  )
  if (!number?.isValid() || number.ext !== undefined) return undefined
  return { international: number.number, national: number.formatNational() }
}

export type Comparison = "same" | "different" | "unfinished"

/** Whether two texts are the same mobile number; unfinished as long as one of them is none. */
export function compareNumbers(one: string, other: string): Comparison {
  const [first, second] = [mobileNumber(one), mobileNumber(other)]
  if (!first || !second) return "unfinished"
  return first.international === second.international ? "same" : "different"
}
