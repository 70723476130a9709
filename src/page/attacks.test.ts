// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest"
import { dashboard, put, readPage, said } from "../../tests/fixtures/reading"
import { ATTACKS } from "../../tests/trust/attacks/all"
import type { Attack } from "../../tests/trust/attacks/attack"
import { pageMessageSchema } from "../messages/page-messages"

/* Attacks by a page, against the reader alone. `tests/trust/` tries them in browsers, and others that only those can tell. */

const HONEST = "<section><h2>Saldo Pelatihan</h2><p>Rp1.234.000</p></section>"
const HONEST_SAID = 'balance {"amount":1234000}'
/** jsdom is slow at making large pages. */
const SCALE = 0.1

/** How often a node's neighbour was asked for. The reader takes that getter at its very start, before any test. */
const asked = vi.hoisted(() => {
  const nextSibling = Object.getOwnPropertyDescriptor(Node.prototype, "nextSibling") as PropertyDescriptor
  const counted = { nextSibling: 0 }
  Object.defineProperty(Node.prototype, "nextSibling", {
    ...nextSibling,
    get() {
      counted.nextSibling += 1
      return nextSibling.get?.call(this)
    },
  })
  return counted
})

/** How often a page is asked anything in one look: what bounds how long that takes. */
const MOST_ASKED = {
  nextSibling: 60_000,
  data: 60_000,
  matches: 250_000,
  getBoundingClientRect: 120_000,
  getComputedStyle: 120_000,
}

function counting(): Record<keyof typeof MOST_ASKED, number> {
  const counts = { nextSibling: 0, data: 0, matches: 0, getBoundingClientRect: 0, getComputedStyle: 0 }
  asked.nextSibling = 0
  const get = (owner: { prototype: object }, name: keyof typeof counts) => {
    const before = Object.getOwnPropertyDescriptor(owner.prototype, name) as PropertyDescriptor
    vi.spyOn(owner.prototype as Record<string, unknown>, name, "get").mockImplementation(function (
      this: unknown,
    ) {
      counts[name] += 1
      return before.get?.call(this)
    })
  }
  const call = (owner: object, name: keyof typeof counts) => {
    const before = Reflect.get(owner, name)
    vi.spyOn(owner as Record<string, () => unknown>, name).mockImplementation(function (
      this: unknown,
      ...given
    ) {
      counts[name] += 1
      return before.apply(this, given)
    })
  }
  get(CharacterData, "data")
  for (const name of ["matches", "getBoundingClientRect"] as const) call(Element.prototype, name)
  call(window, "getComputedStyle")
  return counts
}

function tried({ body = () => "", act }: Attack) {
  put(`<main>${HONEST}${body(SCALE)}</main>`)
  act?.()
  const before = document.documentElement.outerHTML
  const counts = counting()
  const { observations } = readPage(document, new URL("https://dashboard.prakerja.go.id/serangan"), dashboard)
  vi.restoreAllMocks()
  counts.nextSibling = asked.nextSibling
  return { observations, counts, isUntouched: document.documentElement.outerHTML === before }
}

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(globalThis, "taken")
})

const inJsdom = ATTACKS.flatMap(({ attacks }) => attacks).filter(({ tried: where }) =>
  where.includes("jsdom"),
)

describe("a page", () => {
  it.each(inJsdom)("$name: $must", (attack) => {
    const { observations, counts, isUntouched } = tried(attack)
    const { reads = [] } = attack
    const told = said({ kind: "read", observations })
    const others = told
      .filter((each) => each !== HONEST_SAID)
      .map((each) => each.replace(/ \{"startsAt.*/, ""))
    if (reads === "silent") expect(told).toEqual([])
    else {
      expect(told).toContain(HONEST_SAID)
      expect(counts.nextSibling).toBeGreaterThan(0)
      if ("of" in reads) {
        expect(others.length).toBeLessThanOrEqual(reads.atMost)
        expect(others.filter((each) => !reads.of.test(each))).toEqual([])
      } else expect([...others].sort()).toEqual([...reads].sort())
    }
    for (const [name, count] of Object.entries(counts))
      expect([name, count <= MOST_ASKED[name as keyof typeof counts], count]).toEqual([name, true, count])
    for (let from = 0; from < observations.length; from += 200) {
      const message = {
        type: "page-read",
        read: "r",
        kind: "read",
        observations: observations.slice(from, from + 200),
      }
      expect(pageMessageSchema.safeParse(message).error).toBeUndefined()
    }
    expect(isUntouched).toBe(true)
    expect(Reflect.get(globalThis, "taken")).toBeUndefined()
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(PROTOTYPE)
  })
})

const PROTOTYPE = Reflect.ownKeys(Object.prototype).length
