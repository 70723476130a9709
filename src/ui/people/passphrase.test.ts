import { describe, expect, it } from "vitest"
import { weaknessOf } from "./passphrase"

describe("a passphrase that is to be set", () => {
  it.each(["kopi pagi di teras", "Sepeda-biru7hujan", "payung merah", "12 gajah terbang"])(
    "%s will do",
    (typed) => {
      expect(weaknessOf(typed, "Siti Aminah")).toBeUndefined()
    },
  )

  it.each([
    ["", "passphrase_too_short"],
    ["gajahbiru", "passphrase_too_short"],
    ["   gajahbiru   ", "passphrase_too_short"],
    ["081234567890", "passphrase_only_digits"],
    ["17-08-1945 00", "passphrase_only_digits"],
    ["..............", "passphrase_only_digits"],
    ["aaaaaaaaaaaa", "passphrase_too_simple"],
    ["abababababab", "passphrase_too_simple"],
    ["qwertyuiop12", "passphrase_too_simple"],
    ["abcdefghijkl", "passphrase_too_simple"],
    ["poiuytrewq", "passphrase_too_simple"],
    ["Password1234", "passphrase_too_simple"],
    ["sitiaminah123", "passphrase_too_simple"],
    ["SITI AMINAH siti", "passphrase_too_simple"],
  ])("%j will not: %s", (typed, why) => {
    expect(weaknessOf(typed, "Siti Aminah")).toBe(why)
  })
})
