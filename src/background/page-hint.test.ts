import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import { ownPage } from "../../tests/fixtures/ownPage"
import type { Reply } from "../messages/messages"
import type { HintView, Overview } from "../messages/overview"
import { JejakDatabase } from "../storage/database"
import type { World } from "./handlers"
import { route } from "./router"
import "./rest"

const executeScript = vi.hoisted(() => vi.fn(async () => []))
vi.mock("webextension-polyfill", () => ({
  default: { ...ownPage().browser, scripting: { executeScript } },
}))

const { now, overview } = overviewFixtures.walletOpen
const [P1, P2] = [overview.participant?.id ?? "", "other"]
const tabOf = (tab: number) => ({
  trust: "page" as const,
  url: "https://dashboard.prakerja.go.id/",
  host: "dashboard.prakerja.go.id",
  tab,
})

let database: JejakDatabase
let shown: Promise<Overview>
let count = 0
beforeEach(async () => {
  count += 1
  database = new JejakDatabase(`page-hint-${count}`)
  shown = Promise.resolve(overview)
  executeScript.mockClear()
  const person = { programme: "prakerja-2024", wave: 70 }
  await database.participants.bulkAdd([
    { ...person, id: P1, displayName: "Siti", createdAt: "2024-07-01T00:00:00.000Z" },
    { ...person, id: P2, displayName: "Budi", createdAt: "2024-07-02T00:00:00.000Z" },
  ])
})

const world = (): World => ({
  now: () => now,
  newId: () => crypto.randomUUID(),
  refresh: () => shown,
  show: vi.fn(() => shown),
  readOpenPages: async () => undefined,
})
const send = async <Value>(message: object, tab: number, its = world()): Promise<Value> => {
  const reply = (await route(database, its, message, tabOf(tab))) as Reply<unknown>
  if (!reply.ok) throw new Error(reply.failure)
  return reply.value as Value
}
const email = (address: string) => ({
  signal: "account-email",
  words: "…",
  values: { email: address },
  place: { kind: "badge" },
})
const LINK = { signal: "wallet-not-linked", words: "Sambungkan Sekarang", place: { kind: "control" } }
const read = (name: string, tab = 1, { kind = "read", more = [] as object[] } = {}) =>
  send<{ noted: number }>(
    { type: "page-read", read: `${count}-${name}`, kind, observations: [...more, LINK] },
    tab,
  )
const hint = async (name: string, tab = 1) =>
  (await send<{ hint: HintView | null }>({ type: "page-hint", read: `${count}-${name}` }, tab)).hint
const lookAt = (id: string) => database.settings.put({ key: "current-participant", value: id })

describe("a page's question what helps there", () => {
  it("is answered once its read was noted, in its own tab", async () => {
    await read("r", 7)
    expect(await hint("r", 7)).toMatchObject({ id: "wallet" })
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 7 }, files: ["hint.js"] })
  })

  it("waits for what is shown by then", async () => {
    let show: (overview: Overview) => void = () => undefined
    shown = new Promise((resolve) => {
      show = resolve
    })
    await read("r")
    const asked = hint("r")
    expect(await Promise.race([asked, new Promise((later) => setTimeout(later, 50, "nothing yet"))])).toBe(
      "nothing yet",
    )
    show(overview)
    expect(await asked).toMatchObject({ id: "wallet" })
  })

  it("is answered with nothing for a read that is not the tab's latest, or that was asked about before", async () => {
    await read("earlier")
    await read("later")
    await read("elsewhere", 2)
    for (const [name, tab] of [
      ["earlier", 1],
      ["elsewhere", 1],
      ["later", 2],
      ["made-up", 1],
    ] as const)
      expect(await hint(name, tab)).toBeNull()
    expect(await hint("later")).not.toBeNull()
    expect(await hint("later")).toBeNull()
  })

  it("is answered with nothing for the page of somebody else's account", async () => {
    await read("own", 1, { more: [email("siti@rumah.example")] })
    await database.accounts.toCollection().modify({ participant: P2 })
    expect(await read("anothers", 2, { more: [email("siti@rumah.example")] })).toEqual({ noted: 0 })
    expect(await hint("anothers", 2)).toBeNull()
    expect(executeScript).not.toHaveBeenCalled()
  })

  it("is answered with nothing once another is looked at, or they are locked, or gone", async () => {
    await read("switched")
    await lookAt(P2)
    expect(await hint("switched")).toBeNull()
    await lookAt(P1)
    await read("locked")
    const kdf = { name: "argon2id" as const, salt: "", memory: 1, passes: 1, lanes: 1 }
    await database.participants.update(P1, { protection: { kdf, keyId: "k", key: {} as never } })
    expect(await hint("locked")).toBeNull()
    await database.participants.update(P1, { protection: undefined as never })
    await read("removed")
    await database.participants.delete(P1)
    expect(await hint("removed")).toBeNull()
    expect(executeScript).not.toHaveBeenCalled()
  })

  it("is answered with nothing where nothing was understood, or what is shown could not be computed", async () => {
    await read("unread", 1, { kind: "unread" })
    expect(await hint("unread")).toBeNull()
    vi.spyOn(console, "error").mockImplementation(() => {})
    shown = Promise.reject(new Error("broken"))
    shown.catch(() => undefined)
    await read("broken")
    expect(await hint("broken")).toBeNull()
  })

  it("is forgotten for all but the latest tabs", async () => {
    for (let tab = 1; tab <= 21; tab += 1) await read(`r${tab}`, tab)
    expect(await hint("r1", 1)).toBeNull()
    expect(await hint("r2", 2)).not.toBeNull()
  })
})

describe("a read", () => {
  const never = () => new Promise<never>(() => {})
  const balance = (amount: number) => ({
    type: "page-read",
    read: `${count}-${amount}`,
    kind: "read",
    observations: [
      { signal: "balance", words: "Saldo Pelatihan", values: { amount }, place: { kind: "badge" } },
    ],
  })

  it("is acknowledged as soon as it is noted, and what is shown follows", async () => {
    shown = never()
    const its = world()
    expect(await send(balance(1_000_000), 1, its)).toEqual({ noted: 1 })
    expect(its.show).toHaveBeenCalledTimes(1)
  })

  it("has what is asked shown too, of an account that is nobody's yet", async () => {
    shown = never()
    const its = world()
    const message = { ...balance(1_000_000), observations: [email("asing@rumah.example")] }
    expect(await send(message, 1, its)).toEqual({ noted: 0 })
    expect(its.show).toHaveBeenCalledTimes(1)
  })

  it("that lies in memory only is acknowledged once what follows from it can be kept with it", async () => {
    Object.defineProperty(database, "where", { value: "memory" })
    let show: (overview: Overview) => void = () => undefined
    shown = new Promise((resolve) => {
      show = resolve
    })
    const answer = send(balance(1_000_000), 1)
    expect(await Promise.race([answer, new Promise((later) => setTimeout(later, 50, "nothing yet"))])).toBe(
      "nothing yet",
    )
    show(overview)
    expect(await answer).toEqual({ noted: 1 })
  })
})
