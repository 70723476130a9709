import fc from "fast-check"
import { MOST_OF_A_BACKUP } from "../../../src/messages/limits"
import { HOME, ID } from "./background"
import { OWN_EXAMPLES, PAGE_EXAMPLES } from "./examples"

/*
 * Messages as somebody would send them who may send anything: nonsense of every kind that is copied between processes and of
 * some that is not, and near misses of every valid one.
 */

type Json = Record<string, unknown>

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 4,
})

const nested = fc
  .integer({ min: 5, max: 20_000 })
  .map((levels) => Array.from({ length: levels }).reduce<unknown>((inner) => ({ in: inner }), 1))
const cyclic = () => {
  const round: Json = { type: "overview" }
  return Object.assign(round, { round, list: [round] })
}
const living = () =>
  Object.defineProperty({}, "type", {
    enumerable: true,
    get() {
      throw new Error("looked at")
    },
  })

/** Values that are hard to bear, of the kinds that a browser copies. */
const odd = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    Number.NaN,
    -0,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    -1,
    1e308,
    "",
    " ",
    "\0",
    "\ud800",
    "\udc00\ud800",
    "\u202e\u200b\ufeff",
    "2024-02-30",
    "9999-99-99T99:99",
    "-271821-04-20",
    "__proto__",
    "constructor",
    "../../etc",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE facts",
    null,
    undefined,
    [],
    {},
    [[[[[[[]]]]]]],
    Array(50_000).fill(0),
    Object.assign([], { length: 2 ** 32 - 1 }),
    new Map([["type", "overview"]]),
    new Date(Number.NaN),
    new Uint8Array(64),
    new Error("copied"),
    /x/g,
    10n ** 40n,
  ),
  fc.integer({ min: 100, max: 200_000 }).map((length) => "x".repeat(length)),
)

/** Names by which a prototype is reached. */
const poisoned = fc.constantFrom(
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "then",
)

/** What was generated may be frozen, or used twice. */
const copyOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(copyOf)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each)]))
      : value

/** Every record and list within a message, itself included. */
function placesIn(value: unknown, depth = 0): Json[] {
  if (typeof value !== "object" || value === null || depth > 6) return []
  // Of what was repeated thousands of times, the first few are as good as any.
  const inner = Object.values(value).slice(0, 10)
  return [value as Json, ...inner.flatMap((each) => placesIn(each, depth + 1))]
}

/** Not everything can be changed everywhere: a list's length takes no text. */
function own(place: Json, name: string, value: unknown): void {
  try {
    Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true })
  } catch {
    // Then this is left as it is.
  }
}

/** A valid message with one to three things wrong. */
const nearMiss = fc
  .tuple(
    fc.constantFrom<unknown>(...Object.values(PAGE_EXAMPLES), ...Object.values(OWN_EXAMPLES)),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        odd,
        poisoned,
        fc.constantFrom("change", "drop", "add", "poison", "repeat"),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([example, changes]) => {
    const message = copyOf(example)
    for (const [where, which, value, name, how] of changes) {
      const places = placesIn(message)
      const place = places[where % places.length] as Json
      const names = Object.keys(place)
      const chosen = names[which % Math.max(names.length, 1)] ?? "type"
      if (how === "drop") Reflect.deleteProperty(place, chosen)
      else if (how === "add") own(place, `extra${which % 3}`, value)
      else if (how === "poison") own(place, name, value)
      else if (how === "repeat") own(place, chosen, Array(20_000).fill(place[chosen]))
      else own(place, chosen, value)
    }
    return message
  })

/** Something that is no message, or one that is none any more. */
export const hostileMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: anything },
  { weight: 10, arbitrary: nearMiss },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.constant(null).map(cyclic) },
  { weight: 1, arbitrary: fc.constant(null).map(living) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { type: "import-backup", backup: "[".repeat(100_000) },
      { type: "import-backup", backup: `{"facts":${"[".repeat(20_000)}` },
      { type: "preview-backup", backup: "x".repeat(MOST_OF_A_BACKUP + 1) },
    ),
  },
)

/** A valid message of any type; each is hostile when the wrong one sends it. */
export const validMessage: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...Object.values(PAGE_EXAMPLES),
  ...Object.values(OWN_EXAMPLES),
)

const tab = fc.integer({ min: 1, max: 400 }).map((id) => ({ id, url: "https://dashboard.prakerja.go.id/" }))
const DASHBOARD = "https://dashboard.prakerja.go.id"

/** The sender of a content script on the programme's own site, and of a page of ours. */
export const siteSender = tab.map((where) => ({
  id: ID,
  url: `${DASHBOARD}/pelatihan`,
  origin: DASHBOARD,
  frameId: 0,
  documentLifecycle: "active",
  tab: where,
}))
export const ownSender = { id: ID, url: `${HOME}popup.html`, origin: HOME.slice(0, -1) }

const address = (url: string, origin = new URL(url).origin) => ({ url, origin })

/** Whoever must not be heard, whatever they say. */
export const stranger: fc.Arbitrary<unknown> = fc
  .tuple(
    siteSender,
    fc.constantFrom<object>(
      { id: "another" },
      { id: undefined },
      { url: undefined },
      { url: 7 },
      { url: "" },
      { origin: undefined },
      { origin: "null" },
      { frameId: 3 },
      { frameId: undefined },
      { frameId: "0" },
      { tab: undefined },
      { documentLifecycle: "prerender" },
      { documentLifecycle: "pending_deletion" },
      address("http://dashboard.prakerja.go.id/"),
      address(`${DASHBOARD}:8443/`),
      address("https://dashboard.prakerja.go.id./"),
      address("https://dashboard.prakerja.go.id.masuk.example/"),
      address("https://dashboard.prakerja.go.id@masuk.example/"),
      address("https://dashboard-prakerja.go.id/"),
      address("https://dаshboard.prakerja.go.id/"),
      address("https://prakerja.go.id/"),
      address("https://www.prakerja.go.id/"),
      address("https://skills.pintar.co/"),
      address("https://perpustakaan.example/"),
      address(`blob:${DASHBOARD}/1`, DASHBOARD),
      address("about:blank", DASHBOARD),
      address("about:srcdoc", DASHBOARD),
      address("data:text/html,x", "null"),
      address("javascript:0", DASHBOARD),
      address(`${DASHBOARD}/`, "https://masuk.example"),
      address("https://masuk.example/", DASHBOARD),
      { id: "another", ...address(`${HOME}popup.html`, HOME.slice(0, -1)) },
      address(`${HOME}popup.html`, DASHBOARD),
      address(`${HOME}popup.html`, "null"),
      address(`${HOME.slice(0, -1)}x/popup.html`, HOME.slice(0, -1)),
      { ...address(`${HOME}popup.html`, HOME.slice(0, -1)), frameId: 2 },
      { ...address(`${HOME}popup.html`, HOME.slice(0, -1)), documentLifecycle: "prerender" },
    ),
  )
  .map(([sender, changes]) => ({ ...sender, ...changes }))
