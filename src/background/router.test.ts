import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage } from "../../tests/fixtures/ownPage"
import { foldJourney } from "../journey/fold"
import type { Reply } from "../messages/messages"
import { programmes, siteOfAddress } from "../programmes/registry"
import { descriptionOf } from "../reader/describe"
import { JejakDatabase } from "../storage/database"
import { factsOf } from "../storage/facts"
import { currentParticipant } from "../storage/people"
import type { World } from "./handlers"
import { route } from "./router"
import type { Sender } from "./sender"
import "./rest"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const described = siteOfAddress("https://dashboard.prakerja.go.id/")
const [programme] = programmes
if (!described || !programme) throw new Error("no site")
const SITE: Sender = {
  trust: "page",
  url: "https://dashboard.prakerja.go.id/",
  host: "dashboard.prakerja.go.id",
  tab: 1,
}
const OWN: Sender = { trust: "own-page" }

let database: JejakDatabase
let world: World
let time: number
let count = 0
beforeEach(() => {
  count += 1
  database = new JejakDatabase(`router-${count}`)
  time = Date.parse("2024-07-01T01:00:00.000Z")
  let id = 0
  world = {
    now: () => {
      time += 1000
      return new Date(time).toISOString()
    },
    newId: () => {
      id += 1
      return `id-${id}`
    },
    refresh: vi.fn(async () => ({}) as never),
    show: vi.fn(async () => ({}) as never),
    readOpenPages: vi.fn(async () => undefined),
  }
})

const send = (message: unknown, sender: Sender = OWN) => route(database, world, message, sender)
const ok = async (message: unknown, sender: Sender = OWN) => {
  const reply = await send(message, sender)
  expect(reply).toMatchObject({ ok: true })
  return (reply as Extract<Reply<unknown>, { ok: true }>).value
}
const onboard = async () => {
  await ok({ type: "add-participant", displayName: "Sari", wave: 70, announcedOn: "2024-07-01" })
  return (await currentParticipant(database))?.id ?? ""
}
const journey = async (participant: string) =>
  foldJourney(await factsOf(database, participant), programme, world.now())
const place = { kind: "badge" as const }
const balance = { signal: "balance", words: "Saldo Pelatihan", values: { amount: 3_500_000 }, place }
const bought = {
  signal: "training-bought",
  words: "Kode Redeem",
  training: { title: "Dasar Pembukuan" },
  place,
}

describe("a page's messages", () => {
  it("are answered with the site's description, and with nothing of any other site", async () => {
    expect(await ok({ type: "page-opened" }, SITE)).toEqual({ site: descriptionOf(described.site) })
  })

  it("are not taken before there is anybody to note them for, so that they are sent again", async () => {
    expect(
      await send({ type: "page-read", read: "r1", kind: "read", observations: [balance] }, SITE),
    ).toEqual({
      ok: false,
      failure: "unknown-participant",
    })
    await onboard()
    expect(await ok({ type: "page-read", read: "r1", kind: "read", observations: [balance] }, SITE)).toEqual({
      noted: 1,
    })
  })

  it("are noted once, however often they are sent", async () => {
    await onboard()
    const read = { type: "page-read", read: "r1", kind: "read", observations: [balance, bought] }
    expect(await ok(read, SITE)).toEqual({ noted: 2 })
    expect(await ok(read, SITE)).toEqual({ noted: 0 })
    expect(await ok({ ...read, read: "r2" }, SITE)).toEqual({ noted: 0 })
  })

  it("leave of a card number only a fingerprint and the last four digits", async () => {
    const participant = await onboard()
    const card = {
      signal: "card-number",
      words: "Nomor Kartu Prakerja",
      values: { card: "1234567890120016" },
      place,
    }
    await ok({ type: "page-read", read: "r1", kind: "read", observations: [card] }, SITE)
    const facts = await factsOf(database, participant)
    expect(JSON.stringify(facts)).not.toContain("1234567890120016")
    expect(facts.at(-1)).toMatchObject({
      values: { card: { lastFour: "0016", fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    })
    expect((await journey(participant)).card).toEqual({ lastFour: "0016" })
  })

  it("give each training one id, and the one ticked by hand its title", async () => {
    const participant = await onboard()
    await ok({ type: "say-step", participant, step: "purchase", state: "done" })
    await ok({ type: "page-read", read: "r1", kind: "read", observations: [bought] }, SITE)
    await ok(
      {
        type: "page-read",
        read: "r2",
        kind: "read",
        observations: [bought, { ...bought, training: { title: "Desain" } }],
      },
      SITE,
    )
    const { trainings } = await journey(participant)
    expect(trainings.map(({ id, title }) => [id, title])).toEqual([
      ["first", "Dasar Pembukuan"],
      [expect.any(String), "Desain"],
    ])
  })

  it("say nothing with a signal that the site does not have", async () => {
    await onboard()
    const read = {
      type: "page-read",
      read: "r1",
      kind: "read",
      observations: [{ ...balance, signal: "made-up" }],
    }
    expect(await ok(read, SITE)).toEqual({ noted: 0 })
  })
})

describe("the person's messages", () => {
  it("tick, date, take back and answer", async () => {
    const participant = await onboard()
    await ok({ type: "say-step", participant, step: "videos", state: "done", on: "2024-07-01" })
    const videos = async () => (await journey(participant)).person.find(({ id }) => id === "videos")
    expect(await videos()).toMatchObject({ state: "done", on: "2024-07-01" })
    await ok({ type: "retract", participant, fact: (await videos())?.saidBy })
    expect(await videos()).toMatchObject({ state: "open" })
  })

  it("describe a training", async () => {
    const participant = await onboard()
    await ok({ type: "describe-training", participant, particulars: { title: "Menjahit", mode: "offline" } })
    expect((await journey(participant)).trainings[0]).toMatchObject({ title: "Menjahit" })
  })

  it("give a training that was ticked first its title afterwards", async () => {
    const participant = await onboard()
    await ok({ type: "say-step", participant, step: "purchase", state: "done" })
    await ok({ type: "describe-training", participant, particulars: { title: "Menjahit" } })
    expect((await journey(participant)).trainings).toMatchObject([{ id: "first", title: "Menjahit" }])
  })

  it("have open pages read once there is somebody to read for, and once access is given", async () => {
    await onboard()
    expect(world.readOpenPages).toHaveBeenCalledTimes(1)
    await ok({ type: "permissions-changed" })
    expect(world.readOpenPages).toHaveBeenCalledTimes(2)
  })

  it("change who they are, which reads the announcement's day anew", async () => {
    const participant = await onboard()
    await ok({
      type: "change-participant",
      participant,
      displayName: "Sari W",
      wave: 71,
      announcedOn: "2024-07-05",
    })
    expect(await database.participants.toArray()).toMatchObject([{ displayName: "Sari W", wave: 71 }])
    expect((await journey(participant)).person[0]).toMatchObject({ id: "accepted", on: "2024-07-05" })
  })

  it("change who another person is, without turning to them", async () => {
    const first = await onboard()
    const second = await onboard()
    const change = { displayName: "Sari W", wave: 71, announcedOn: "2024-07-05" }
    await ok({ type: "change-participant", participant: first, ...change })
    expect(await database.participants.get(first)).toMatchObject({ displayName: "Sari W" })
    expect((await currentParticipant(database))?.id).toBe(second)
  })

  it("cannot touch a fact or a participant that is not there, nor another's", async () => {
    const participant = await onboard()
    expect(await send({ type: "say-step", participant: "nobody", step: "videos", state: "done" })).toEqual({
      ok: false,
      failure: "unknown-participant",
    })
    expect(await send({ type: "retract", participant, fact: "none" })).toEqual({
      ok: false,
      failure: "not-understood",
    })
    expect(await send({ type: "answer", participant, fact: "none", yes: true })).toEqual({
      ok: false,
      failure: "not-understood",
    })
  })

  it("save and restore everything", async () => {
    const participant = await onboard()
    const { json } = (await ok({ type: "export-backup" })) as { json: string }
    await database.delete()
    await database.open()
    expect(await ok({ type: "import-backup", backup: json })).toEqual({ participants: 1, facts: 1 })
    expect((await currentParticipant(database))?.id).toBe(participant)
    expect(await send({ type: "import-backup", backup: "{}" })).toEqual({
      ok: false,
      failure: "backup-damaged",
    })
  })
})

describe("trust", () => {
  it("lets a site send no message of our own pages, and our pages none of a site", async () => {
    expect(await send({ type: "overview" }, SITE)).toEqual({ ok: false, failure: "not-allowed" })
    expect(await send({ type: "page-opened" }, OWN)).toEqual({ ok: false, failure: "not-allowed" })
    expect(await send({ type: "overview" }, { trust: "none" })).toEqual({ ok: false, failure: "not-allowed" })
  })

  it("answers anything at all without throwing, and stores nothing of it", async () => {
    await onboard()
    const before = await database.facts.toArray()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.anything(),
          fc.record({
            type: fc.constantFrom("say-step", "page-read", "import-backup", "retract"),
            participant: fc.anything(),
            read: fc.anything(),
            observations: fc.anything(),
          }),
        ),
        fc.constantFrom<Sender>(OWN, SITE, { trust: "none" }),
        async (message, sender) => {
          expect((await send(message, sender)).ok).toBe(false)
        },
      ),
    )
    expect(await database.facts.toArray()).toEqual(before)
  })

  it("says so when the disk is full, and has then stored nothing", async () => {
    const participant = await onboard()
    const full = Object.assign(new Error("full"), {
      name: "AbortError",
      inner: Object.assign(new Error(), { name: "QuotaExceededError" }),
    })
    vi.spyOn(database.facts, "bulkAdd").mockRejectedValue(full)
    expect(await send({ type: "say-step", participant, step: "videos", state: "done" })).toEqual({
      ok: false,
      failure: "storage-full",
    })
  })
})
