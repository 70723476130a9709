import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage } from "../../tests/fixtures/ownPage"
import type { Reply } from "../messages/messages"
import type { AccountQuestion } from "../messages/overview"
import { JejakDatabase } from "../storage/database"
import { appendSaid, factsOf } from "../storage/facts"
import { currentParticipant } from "../storage/people"
import { standingQuestion } from "./account-answers"
import { keepCard } from "./fingerprint"
import type { World } from "./handlers"
import { route } from "./router"
import type { Sender } from "./sender"
import "./rest"

vi.mock("webextension-polyfill", () => ({
  default: { ...ownPage().browser, permissions: { contains: async () => true } },
}))

const page = (host: string): Sender => ({ trust: "page", url: `https://${host}/`, host, tab: 1 })
const HOME = page("dashboard.prakerja.go.id")
const PLATFORM = page("skills.pintar.co")
const OWN: Sender = { trust: "own-page" }

let database: JejakDatabase
let world: World
let count = 0
let reads = 0
beforeEach(() => {
  count += 1
  database = new JejakDatabase(`accounts-${count}`)
  let time = Date.parse("2024-07-01T01:00:00.000Z")
  let ids = 0
  world = {
    now: () => {
      time += 1000
      return new Date(time).toISOString()
    },
    newId: () => {
      ids += 1
      return `id-${ids}`
    },
    refresh: vi.fn(async () => ({}) as never),
    show: vi.fn(async () => ({}) as never),
    readOpenPages: vi.fn(async () => undefined),
  }
})

const send = (message: unknown, sender: Sender = OWN) => route(database, world, message, sender)
const ok = async <T>(message: unknown, sender: Sender = OWN) => {
  const reply = await send(message, sender)
  expect(reply).toMatchObject({ ok: true })
  return (reply as Extract<Reply<T>, { ok: true }>).value
}
const add = async (displayName: string, more: object = {}) => {
  await ok({ type: "add-participant", displayName, wave: 70, announcedOn: "2024-07-01", ...more })
  return (await currentParticipant(database))?.id ?? ""
}
const lookAt = (participant: string) =>
  database.settings.put({ key: "current-participant", value: participant })
const place = { kind: "badge" as const }

interface Who {
  name?: string
  email?: string
  card?: string
}
const SARI: Who = { name: "sari dewi", email: "sari@rumah.example" }
const BUDI: Who = { name: "budi", email: "budi@rumah.example" }

/** Reads a page of the dashboard on which an account is logged in; every page says something new. */
const read = async ({ name, email, card }: Who, sender = HOME) => {
  reads += 1
  const { noted } = await ok<{ noted: number }>(
    {
      type: "page-read",
      read: `r${reads}`,
      kind: "read",
      observations: [
        ...(name ? [{ signal: "account-name", words: "Halo, …", values: { name }, place }] : []),
        ...(email ? [{ signal: "account-email", words: "…", values: { email }, place }] : []),
        ...(card ? [{ signal: "card-number", words: "Nomor Kartu Prakerja", values: { card }, place }] : []),
        {
          signal: sender === HOME ? "training-bought" : "redeem-pending",
          words: "Redeem Kode",
          training: { title: `Pelatihan ${reads}` },
          place,
        },
      ],
    },
    sender,
  )
  return noted > 0
}
const question = async (): Promise<AccountQuestion | undefined> =>
  standingQuestion(database, (await currentParticipant(database))?.id ?? "")
const answer = async (participant: string | null) =>
  ok({ type: "answer-account", account: (await question())?.id, participant })
const seenFacts = async (participant: string) =>
  (await factsOf(database, participant)).filter(({ by }) => by === "page").length

describe("a page of the programme's own site is noted", () => {
  it("for the only one here, whose account it becomes", async () => {
    const sari = await add("Sari")
    expect(await read(SARI)).toBe(true)
    expect(await read(SARI)).toBe(true)
    expect(await question()).toBeUndefined()
    expect(await database.accounts.toArray()).toMatchObject([{ participant: sari }, { participant: sari }])
  })

  it("when one thing is known as theirs, and the rest is theirs from then on", async () => {
    await add("Sari")
    await read({ name: "sari dewi" })
    expect(await read(SARI)).toBe(true)
    expect(await read({ email: "sari@rumah.example" })).toBe(true)
    expect(await read({ card: "0000111122223333", email: "sari@rumah.example" })).toBe(true)
    expect(await read({ card: "0000111122223333" })).toBe(true)
  })

  it("when it shows no account, and none was seen before or the last was theirs", async () => {
    await add("Sari")
    expect(await read({})).toBe(true)
    await read(SARI)
    expect(await read({})).toBe(true)
  })

  it("however name and address are written", async () => {
    await add("Sari")
    await read(SARI)
    expect(await read({ name: "Sari  Dewi" })).toBe(true)
    expect(await read({ email: "SARI@Rumah.example" })).toBe(true)
  })

  it("when it shows what stands there for nobody in particular", async () => {
    await add("Sari")
    await read(SARI)
    for (const nobody of [
      { name: "sobat prakerja" },
      { email: "cs@ovo.id" },
      { email: "info@lembaga.example" },
      { email: "pengelola@bantuan.prakerja.go.id" },
    ]) {
      expect(await read(nobody)).toBe(true)
      expect(await read({ ...SARI, ...nobody })).toBe(true)
    }
    expect(await database.accounts.count()).toBe(2)
  })
})

describe("nothing is noted, and it is asked", () => {
  it("of another account than theirs", async () => {
    const sari = await add("Sari")
    await read(SARI)
    const before = await seenFacts(sari)
    expect(await read(BUDI)).toBe(false)
    expect(await seenFacts(sari)).toBe(before)
    expect(await question()).toEqual({
      id: expect.any(String),
      site: "dashboard",
      host: "dashboard.prakerja.go.id",
      at: expect.any(String),
    })
  })

  it("of another address beside the same name", async () => {
    await add("Sari")
    await read(SARI)
    expect(await read({ ...BUDI, name: "sari dewi" })).toBe(false)
  })

  it("of an unknown account while several are here", async () => {
    await add("Sari")
    await add("Budi")
    expect(await read(BUDI)).toBe(false)
    expect(await question()).toBeDefined()
  })

  it("naming the one to whom it belongs", async () => {
    const sari = await add("Sari")
    await read(SARI)
    await add("Budi")
    expect(await read(SARI)).toBe(false)
    expect(await question()).toMatchObject({ belongsTo: { id: sari, displayName: "Sari" } })
  })

  it("of a card of one and an address of another", async () => {
    await add("Sari")
    await read({ card: "0000111122223333" })
    await add("Budi")
    await read(BUDI)
    await answer((await currentParticipant(database))?.id ?? "")
    expect(await read({ email: "budi@rumah.example", card: "0000111122223333" })).toBe(false)
    expect(await question()).not.toHaveProperty("belongsTo")
  })

  it("once, however often the same account is read, also where more or less of it is shown", async () => {
    await add("Sari")
    await read(SARI)
    await read(BUDI)
    const asked = await question()
    await read(BUDI)
    await read({ ...BUDI, card: "0000111122223333" })
    await read({ name: "budi" })
    await read({})
    expect(await question()).toEqual(asked)
    await read({ email: "tono@rumah.example" })
    expect((await question())?.id).not.toBe(asked?.id)
  })

  it("also where no account is shown, after another's was", async () => {
    await add("Sari")
    await read(SARI)
    await read(BUDI)
    expect(await read({})).toBe(false)
  })

  it("until they log in as themselves again", async () => {
    await add("Sari")
    await read(SARI)
    await read(BUDI)
    expect(await read(SARI)).toBe(true)
    expect(await question()).toBeUndefined()
    expect(await read({})).toBe(true)
  })
})

describe("the person's answer", () => {
  it("gives the account to one, who is looked at from then on, and has open pages read", async () => {
    const sari = await add("Sari")
    const budi = await add("Budi")
    await read(SARI)
    await answer(sari)
    expect((await currentParticipant(database))?.id).toBe(sari)
    expect(world.readOpenPages).toHaveBeenLastCalledWith("somebody-else")
    expect(await question()).toBeUndefined()
    expect(await read(SARI)).toBe(true)
    expect(await seenFacts(budi)).toBe(0)
  })

  it("counts over what was known before", async () => {
    const sari = await add("Sari")
    await read(SARI)
    const budi = await add("Budi")
    await read(SARI)
    await answer(budi)
    expect(await read(SARI)).toBe(true)
    await lookAt(sari)
    expect(await read(SARI)).toBe(false)
    expect(await question()).toMatchObject({ belongsTo: { id: budi } })
  })

  it("may be that it is nobody here: nothing is noted nor asked, and it can be said otherwise", async () => {
    const sari = await add("Sari")
    await read(SARI)
    await read(BUDI)
    await answer(null)
    expect(await question()).toBeUndefined()
    expect(await read(BUDI)).toBe(false)
    expect(await read({})).toBe(false)
    expect(await question()).toMatchObject({ nobody: true })
    expect((await currentParticipant(database))?.id).toBe(sari)
    await answer(sari)
    expect(world.readOpenPages).toHaveBeenLastCalledWith(undefined)
    expect(await read(BUDI)).toBe(true)
  })

  it("may be somebody who is new here, whose account it is then", async () => {
    const sari = await add("Sari")
    await read(SARI)
    await read(BUDI)
    const budi = await add("Budi", { account: (await question())?.id })
    expect(await question()).toBeUndefined()
    expect(await read(BUDI)).toBe(true)
    await lookAt(sari)
    expect(await read(BUDI)).toBe(false)
    expect(await question()).toMatchObject({ belongsTo: { id: budi } })
  })

  it("does not stop somebody new from being added when the question is gone", async () => {
    await add("Sari")
    expect(await add("Budi", { account: "gone" })).not.toBe("")
    expect(await database.accounts.count()).toBe(0)
  })

  it("is refused for a question that does not stand, and for somebody who is not here", async () => {
    await add("Sari")
    await read(SARI)
    await read(BUDI)
    const account = (await question())?.id
    const refusal = (failure: string) => ({ ok: false, failure })
    expect(await send({ type: "answer-account", account: "old", participant: null })).toEqual(
      refusal("not-understood"),
    )
    expect(await send({ type: "answer-account", account, participant: "nobody" })).toEqual(
      refusal("unknown-participant"),
    )
    expect(await question()).toMatchObject({ id: account })
    await answer(null)
    expect(await send({ type: "answer-account", account, participant: null })).toEqual(
      refusal("not-understood"),
    )
  })

  it("is not needed once the owner is looked at", async () => {
    const sari = await add("Sari")
    await read(SARI)
    await add("Budi")
    await read(SARI)
    await lookAt(sari)
    expect(await question()).toBeUndefined()
    expect(await read({})).toBe(true)
  })
})

describe("the guard", () => {
  it("leaves platforms alone", async () => {
    await add("Sari")
    await database.chosen.put({ id: "pintar", grantedAt: "2024-07-01T00:00:00.000Z" })
    await read(SARI)
    await read(BUDI)
    expect(await read({}, PLATFORM)).toBe(true)
  })

  it("knows the cards that were noted before there were accounts", async () => {
    const sari = await add("Sari")
    const card = await keepCard(database, "0000111122223333")
    await appendSaid(database, {
      id: "old",
      participant: sari,
      at: "2024-06-01T00:00:00.000Z",
      by: "page",
      site: "dashboard",
      host: "dashboard.prakerja.go.id",
      signal: "card-number",
      words: "Nomor Kartu Prakerja",
      values: { card },
      place,
    })
    expect(await read({ card: "0000999988887777", name: "budi" })).toBe(false)
    expect(await read({ card: "0000111122223333", name: "sari dewi" })).toBe(true)
    expect(await read({ name: "sari dewi" })).toBe(true)
    await add("Budi")
    expect(await read({ card: "0000111122223333" })).toBe(false)
    expect(await question()).toMatchObject({ belongsTo: { id: sari } })
  })

  it("works for somebody whose facts are locked", async () => {
    const sari = await add("Sari")
    await read(SARI)
    await database.participants.update(sari, { protection: { keyId: "k" } as never })
    expect(await read(BUDI)).toBe(false)
    expect(await question()).toBeDefined()
  })

  it("forgets whose account it was with whoever is gone", async () => {
    const sari = await add("Sari")
    await read(SARI)
    await database.participants.delete(sari)
    await add("Budi")
    expect(await read(SARI)).toBe(true)
  })

  it("can be told to forget whose account it is, also a card that facts still name", async () => {
    const sari = await add("Sari")
    await read({ ...BUDI, card: "0000999988887777" })
    await add("Budi")
    await ok({ type: "forget-accounts", participant: sari })
    expect(await read({ ...BUDI, card: "0000999988887777" })).toBe(false)
    expect(await question()).not.toHaveProperty("belongsTo")
    await answer((await currentParticipant(database))?.id ?? "")
    expect(await read({ card: "0000999988887777" })).toBe(true)
    expect(await send({ type: "forget-accounts", participant: "nobody" })).toEqual({
      ok: false,
      failure: "unknown-participant",
    })
  })

  it("leaves nothing of name, address and card in the database", async () => {
    await add("Peserta")
    await read({ ...SARI, card: "0000111122223333" })
    await read({ ...BUDI, card: "0000999988887777" })
    await answer(null)
    const tables = await Promise.all(database.tables.map((table) => table.toArray()))
    const dump = JSON.stringify(tables).toLowerCase()
    for (const raw of ["sari", "dewi", "budi", "rumah.example", "0000111122223333", "0000999988887777"])
      expect(dump).not.toContain(raw)
    expect(dump).not.toContain("account-")
  })
})
