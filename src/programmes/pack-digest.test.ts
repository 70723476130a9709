import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkedPacks } from "../../scripts/checked-packs"
import { CHECKED_PACKS } from "./checked"
import { readChecked, readPack } from "./pack"
import { digestOfPack } from "./pack-digest"
import { storedPacks } from "./stored"

const [stored] = storedPacks
if (!stored) throw new Error("no pack")

/** Every place in a pack at which a text, a number or a yes or no stands. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]]
  return Object.entries(value).flatMap(([name, inner]) => places(inner, [...path, name]))
}

function changedAt(pack: unknown, [name, ...further]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to
  const copy = Array.isArray(pack) ? [...pack] : { ...(pack as object) }
  Reflect.set(copy, name, changedAt(Reflect.get(pack as object, name), further, to))
  return copy
}

describe("a pack that was checked when this was built", () => {
  it("is what reading it would give", () => {
    expect(readChecked(stored)).toEqual(readPack(stored))
    expect(checkedPacks()).toEqual([digestOfPack(stored)])
  })

  it("is another one, to be checked again, once anything in it is", () => {
    const at = fc.constantFrom(...places(stored))
    fc.assert(
      fc.property(at, fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)), (path, to) => {
        const changed = changedAt(stored, path, to) as object
        const isSame = JSON.stringify(changed) === JSON.stringify(stored)
        expect(digestOfPack(changed) === digestOfPack(stored)).toBe(isSame)
      }),
      { numRuns: 300 },
    )
  })

  it("is nothing that has a fault: with such a one nothing is built, and from the sources all is checked", () => {
    const { sites } = stored
    const broken = {
      ...stored,
      sites: sites.map((site, index) => (index === 0 ? { ...site, months: [] } : site)),
    }
    expect(() => checkedPacks([broken])).toThrow(stored.id)
    expect(CHECKED_PACKS).toEqual([])
  })
})
