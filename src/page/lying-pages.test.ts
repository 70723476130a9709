// @vitest-environment jsdom
import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage } from "../../tests/fixtures/ownPage"
import { dashboard, readingOf } from "../../tests/fixtures/reading"
import type { World } from "../background/handlers"
import { route } from "../background/router"
import type { Sender } from "../background/sender"
import { foldJourney } from "../journey/fold"
import type { WarningView } from "../journey/journey"
import { programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { Observation } from "../reader/observation"
import { JejakDatabase } from "../storage/database"
import { factsOf } from "../storage/facts"
import "../background/rest"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

/*
 * A page may lie about itself, but cannot clear a warning other than by strong words on that training's card (or, for what is
 * the person's own, by strong words at all), and reaches nobody's data but the current participant's.
 */

const programme = programmes[0] as Programme
const SITE: Sender = {
  trust: "page",
  url: "https://dashboard.prakerja.go.id/",
  host: "dashboard.prakerja.go.id",
  tab: 1,
}
const OWN: Sender = { trust: "own-page" }
const TITLES = ["Milik Sendiri", "Yang Lain", "Pelatihan Orang Lain"]

let database: JejakDatabase
let world: World
let time: number
let count = 0
let reads = 0

async function begin(): Promise<{ person: string; other: string }> {
  count += 1
  database = new JejakDatabase(`lying-${count}`)
  time = Date.parse("2024-07-05T01:00:00.000Z")
  let id = 0
  world = {
    now: () => {
      time += 60_000
      return new Date(time).toISOString()
    },
    newId: () => {
      id += 1
      return `id-${id}`
    },
    refresh: async () => ({}) as never,
    show: async () => ({}) as never,
    readOpenPages: async () => undefined,
  }
  const add = async (displayName: string) => {
    const reply = await send(
      { type: "add-participant", displayName, wave: 70, announcedOn: "2024-07-01" },
      OWN,
    )
    expect(reply).toMatchObject({ ok: true })
    return (await database.participants.toArray()).find((each) => each.displayName === displayName)?.id ?? ""
  }
  const other = await add("Orang Lain")
  await send({ type: "say-step", participant: other, step: "videos", state: "done" }, OWN)
  const person = await add("Sari")
  await send({ type: "switch-participant", participant: person }, OWN)
  return { person, other }
}

const send = (message: unknown, sender: Sender) => route(database, world, message, sender)

/** Reads a page and has it noted, as the content script does. */
async function show(body: string): Promise<readonly Observation[]> {
  const { kind, observations } = readingOf(`<main>${body}</main>`)
  if (kind === "silent") return []
  reads += 1
  const message = { type: "page-read", read: `r${reads}`, kind, observations: observations.slice(0, 200) }
  expect(await send(message, SITE)).toMatchObject({ ok: true })
  return observations
}

const warningsOf = async (person: string) =>
  foldJourney(await factsOf(database, person), programme, world.now())

const card = (title: string, rest: string) =>
  `<article><h3>${title}</h3><p>LP: Maju Bersama</p><p>Jadwal: 1 Mei 2024</p><div>${rest}</div></article>`
const WARNED = `<section><h2>Pelatihan Saya</h2>${card("Milik Sendiri", "<button>Beri Ulasan</button>")}${card("Yang Lain", "<p>Kode Redeem</p>")}</section>
<button>Sambungkan Sekarang</button><p>Akun kamu terindikasi melakukan kecurangan</p>
<section><h2>Insentif</h2><ul><li><span>Rp600.000</span><b>Gagal</b><i>1 Mei 2024</i></li></ul></section>`

const filled = (phrase: string) =>
  phrase
    .replace("{amount}", "Rp600.000")
    .replace("{card}", "1234 5678 9012 3456")
    .replace("{name}", "Tono")
    .replace("{email}", "tono@rumah.example")
    .replace(/\{\w+\}/g, "2")
const word = fc.constantFrom(...dashboard.signals.flatMap(({ words }) => words.map(filled)))
const tag = fc.constantFrom("button", "b", "h4", "p", "span", "a", "i")
const said = fc.tuple(tag, word).map(([name, text]) => `<${name}>${text}</${name}>`)
const block = fc.oneof(
  said,
  fc
    .tuple(fc.constantFrom(...TITLES), fc.array(said, { maxLength: 3 }))
    .map(([title, words]) => card(title, words.join(""))),
  fc
    .tuple(fc.constantFrom("Rp600.000", "Rp50.000", "Rp75.000"), word)
    .map(
      ([amount, state]) =>
        `<ul><li><span>${amount}</span><b>${state}</b><i>9 Mei 2024</i></li><li><span>Rp1.000</span><b>x</b></li></ul>`,
    ),
  fc
    .tuple(fc.constantFrom("Rekening", "Insentif", "Pelatihan Saya", "Survei"), said)
    .map(([head, one]) => `<section><h2>${head}</h2>${one}</section>`),
)
const page = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join(""))

const strong = new Map(dashboard.signals.map((signal) => [signal.id, signal.strength === "strong"]))
const scope = new Map(dashboard.signals.map((signal) => [signal.id, signal.scope]))

/**
 * Whether the page said anything by which this warning may rightly go: strong words on that training's card, strong words of
 * the person's own, or, of a payment, another state in that payment's own row.
 */
function mayGo({ id, trainingTitle, values }: WarningView, observations: readonly Observation[]): boolean {
  return observations.some(({ signal, training, values: seen }) => {
    if (trainingTitle !== undefined) return strong.get(signal) && training?.title === trainingTitle
    const isOfPayment = scope.get(signal) === "payment" && id.startsWith("incentive-")
    return isOfPayment ? seen?.amount === values.amount : strong.get(signal)
  })
}

const key = ({ id, trainingTitle }: WarningView) => `${id} ${trainingTitle ?? ""}`

describe("a page that lies", () => {
  beforeEach(() => {
    vi.spyOn(console, "warn").mockReturnValue(undefined)
  })

  it("clears no warning but by strong words on that training's card", { timeout: 300_000 }, async () => {
    let cleared = 0
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (pages) => {
        const { person, other } = await begin()
        await show(WARNED)
        const before = (await warningsOf(person)).warnings
        expect(before.map(({ id }) => id)).toEqual(
          expect.arrayContaining(["account-flagged", "incentive-failed", "link-account", "review-missing"]),
        )
        const others = await factsOf(database, other)
        const told: Observation[] = []
        for (const each of pages) told.push(...(await show(each)))
        const after = new Set((await warningsOf(person)).warnings.map(key))
        const gone = before.filter((warning) => !after.has(key(warning)))
        cleared += gone.length
        expect(gone.filter((warning) => !mayGo(warning, told)).map(key)).toEqual([])
        expect(await factsOf(database, other)).toEqual(others)
        database.close()
      }),
      { numRuns: Number(process.env.JEJAK_RUNS ?? 60) },
    )
    // Else it would hold of anything.
    expect(cleared).toBeGreaterThan(0)
  })
})
