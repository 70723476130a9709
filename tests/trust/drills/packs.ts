import fc from "fast-check"
import { foldJourney } from "../../../src/journey/fold"
import { programmeView } from "../../../src/messages/programme-view"
import { judgeAddress } from "../../../src/programmes/address"
import { isBait } from "../../../src/programmes/bait"
import { lookAlike } from "../../../src/programmes/look-alike"
import { readPack } from "../../../src/programmes/pack"
import { patternsOf } from "../../../src/programmes/patterns"
import { programmes, watchedSite } from "../../../src/programmes/registry"
import type { Programme } from "../../../src/programmes/schema"
import type { Site } from "../../../src/programmes/schema-sites"
import { descriptionOf } from "../../../src/reader/describe"
import { siteWords } from "../../../src/reader/site-words"
import { history } from "../../fixtures/histories"
import type { Drill, Outcome } from "../drill"
import { type Chance, chanceFrom } from "./chance"

const NOW = "2024-04-01T00:00:00.000Z"
/** Milliseconds that a journey, or a page's words, may take at most. */
const LONGEST = 5000
const [shipped] = programmes
if (!shipped) throw new Error("no programme")

const HOSTILE: readonly [unknown, ...unknown[]] = [
  null,
  ...[true, -1, 0, 1.5, 1e308, 2 ** 31, "", "x".repeat(1_000_000), [], {}, [[]], "__proto__"],
  ...[
    "http://www.prakerja.go.id/",
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example/",
    "https://a@evil.example/",
  ],
  ...[
    "https://evil.example:8443/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://evil.example/<script>",
    "https://*/",
  ],
  ...[
    "<all_urls>",
    "*",
    "*.prakerja.go.id",
    "*://*/*",
    "127.0.0.1",
    "localhost",
    "evil.example:80",
    "evil.example/x",
  ],
  ...["(a+)+$", "(", "[", "\\", "{any} {any} {any} {any} {any} {any} {any}", "{n} {n}", "{x}", "{any}", "."],
  ...[
    "<img src=x onerror=alert(1)>",
    "\u202eabc",
    "a\u0000b",
    'tel:1" onclick="x',
    "2024-02-30",
    "99:99",
    "13-45",
  ],
  ...[
    "purchase",
    "accepted",
    "survey-2",
    "next-purchase",
    "dance",
    "Mars/Olympus",
    "install",
    "optional",
    "done",
  ],
  ["purchase"],
  ["survey-2", "survey-2"],
]

const LINK = /^(https:\/\/|mailto:|tel:)/

interface Place {
  holder: Record<string, unknown>
  key: string
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

/** Changes some of a pack's values, as a slip, a mutiny or a bad copy would; undefined where it is no JSON any more. */
function spoilt(text: string, chance: Chance): { how: string; raw: unknown } | undefined {
  if (chance.below(4) < 1) {
    const characters = text.split("")
    const at = Math.floor(chance.below(characters.length))
    characters[at] = String.fromCharCode((text.charCodeAt(at) ^ (1 << Math.floor(chance.below(7)))) & 0xffff)
    try {
      return { how: `a bit at ${at}`, raw: JSON.parse(characters.join("")) }
    } catch {
      return undefined
    }
  }
  const raw: unknown = JSON.parse(text)
  const places = placesIn(raw)
  const hows: string[] = []
  for (let times = 1 + Math.floor(chance.below(2)); times > 0; times -= 1) {
    const place = places[Math.floor(chance.below(places.length))]
    if (!place) continue
    const how = chance.pick(["instead", "instead", "instead", "less", "twice", "more", "of another"])
    const { holder, key } = place
    const value = chance.pick(HOSTILE)
    hows.push(`${how} ${key} ${String(JSON.stringify(value)).slice(0, 40)}`)
    if (how === "instead") holder[key] = structuredClone(value)
    else if (how === "less") Reflect.deleteProperty(holder, key)
    else if (how === "more")
      Object.defineProperty(holder, chance.pick(["__proto__", "more", "access"]), {
        value,
        enumerable: true,
        configurable: true,
      })
    else if (how === "twice" && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
    else {
      const other = places[Math.floor(chance.below(places.length))]
      if (other) holder[key] = structuredClone(other.holder[other.key])
    }
  }
  return { how: hows.join(", "), raw }
}

/** Whatever a page of ours may link to, and every host that the browser is asked for. */
function wrongIn(pack: Programme, facts: readonly Parameters<typeof foldJourney>[0][]): string[] {
  const wrong: string[] = []
  const { contacts, links } = programmeView(pack)
  const addresses = [
    ...Object.values(links),
    ...contacts.flatMap(({ url }) => url ?? []),
    ...pack.sites.map(({ home }) => home),
  ]
  for (const address of addresses)
    if (!LINK.test(address) || !URL.canParse(address) || /[<>"'\s]/.test(address))
      wrong.push(`leads to ${address.slice(0, 60)}`)
  for (const { phone = "", whatsapp = "", email = "", name } of contacts)
    if (/[<>"'\s/?&]/.test(phone + whatsapp + email) || /[<>\p{Cc}\p{Cf}]/u.test(name))
      wrong.push(`a contact of ${name.slice(0, 60)}`)
  for (const pattern of pack.sites.flatMap(patternsOf))
    if (!/^https:\/\/([a-z0-9-]+\.)+[a-z][a-z0-9-]+\/\*$/.test(pattern))
      wrong.push(`asks for ${pattern.slice(0, 60)}`)
  const started = performance.now()
  const attempt = (what: string, work: () => unknown) => {
    const from = performance.now()
    try {
      work()
    } catch (error) {
      wrong.push(`${what} throws ${String(error).slice(0, 200)}`)
    }
    if (performance.now() - from > LONGEST)
      wrong.push(`${what} takes ${Math.round(performance.now() - from)} ms`)
  }
  for (const each of facts) attempt("the journey", () => foldJourney(each, pack, NOW))
  for (const site of [...pack.sites, watchedSite(pack, "kelas.example")])
    attempt(`the words of ${site.id}`, () => readWith(site))
  for (const host of HOSTS)
    attempt(`the host ${host.slice(0, 30)}`, () => [isBait(pack, host), lookAlike(pack, host)])
  if (performance.now() - started > 6 * LONGEST) wrong.push("takes too long")
  return wrong
}

const HOSTS = [
  "dashboard.prakerja.go.id",
  `${"a".repeat(62)}b.${"dana".repeat(15)}.example`,
  `${"gratis".repeat(10)}x.com`,
]
/** As long as any text that is compared with a pack's words, and made to be taken in many ways. */
const TEXTS = [
  "a ".repeat(79),
  "kode redeem ".repeat(13),
  "x@".repeat(79),
  "1".repeat(159),
  "beri ulasan",
  "a".repeat(159),
].map((text) => `${text}!`)

/** Looks every text up in a site's words, as the reader does. @throws what making them throws */
function readWith(site: Site): void {
  const words = siteWords(descriptionOf(site))
  if (words.error) throw words.error
  for (const text of TEXTS) {
    words.meanings({ text })
    words.labelled({ text, long: false })
    words.mode(text)
    words.walletsIn(text)
    words.speaksOfSilence(text)
  }
}

async function run(rounds: number, seed: number): Promise<Outcome> {
  const chance = chanceFrom(seed)
  const text = JSON.stringify(shipped)
  const histories = fc.sample(history, { seed, numRuns: 3 })
  const findings: string[] = []
  const figures = { refused: 0, "used without a site": 0, "used as a whole": 0, "no JSON": 0 }
  for (let round = 0; round < rounds; round += 1) {
    const change = spoilt(text, chance)
    if (!change) {
      figures["no JSON"] += 1
      continue
    }
    const told = `round ${round}, ${change.how}`
    try {
      const raw = change.raw as Parameters<typeof readPack>[0]
      if (!Array.isArray(raw.sites)) {
        figures.refused += 1
        continue
      }
      const { programme, faults } = readPack(raw)
      if (!programme && faults.length === 0) findings.push(`${told}: refused without a reason`)
      figures[!programme ? "refused" : faults.length > 0 ? "used without a site" : "used as a whole"] += 1
      for (const wrong of programme ? wrongIn(programme, histories) : []) findings.push(`${told}: ${wrong}`)
    } catch (error) {
      findings.push(`${told}: ${String(error).slice(0, 200)}`)
    }
  }
  if (judgeAddress("https://dashboard.prakerja.go.id/").kind !== "official")
    findings.push("what is shipped was changed")
  return { findings, figures }
}

/** Packs that are changed anywhere, and what is shown and asked by those that are still taken. */
export const PACKS: Drill = {
  promise: "files",
  name: "packs are changed anywhere, and read",
  unit: "packs",
  short: 150,
  long: 5000,
  run,
}
