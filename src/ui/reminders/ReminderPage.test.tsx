// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { clear, click, find, render, textOf } from "../../../tests/fixtures/render"
import type { OwnMessage, Reply } from "../../messages/messages"
import type { Overview, PersonView, ReminderView } from "../../messages/overview"
import { ReminderPage } from "./ReminderPage"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()
const { overview, now } = overviewFixtures.walletOpen
const { participant: sari, journey } = overview
const warning = journey?.warnings.find(({ id }) => id === "link-account")
if (!sari || !journey || !warning) throw new Error("there is nothing to remind of")
const BUDI = { ...sari, id: "p9", displayName: "Budi" }
const person = ({ id, displayName, wave }: typeof BUDI, current: boolean): PersonView => ({
  id,
  displayName,
  wave,
  current,
  locked: false,
})
const SEVERAL = [person(sari, true), person(BUDI, false)]

const viewOf = (participant: typeof BUDI): ReminderView => ({
  id: `${participant.id}|x`,
  participant,
  journey,
  warning,
  standing: true,
  snoozes: [],
})

beforeEach(() => {
  resetOwnPage()
  vi.useFakeTimers({ now: Date.parse(now), toFake: ["Date"] })
})
afterEach(async () => {
  await clear()
  vi.useRealTimers()
})

const open = async (people: PersonView[], reminder: Reply<ReminderView>, awaited = ".reminder") => {
  const shown: Overview = { ...overview, people }
  state.answer = (message: OwnMessage) =>
    message.type === "reminder" ? reminder : { ok: true, value: shown }
  const id = reminder.ok ? reminder.value.id : `${BUDI.id}|x`
  await render(<ReminderPage reminder={id} />)
  await vi.waitFor(() => expect(find(awaited)).not.toBeNull())
}
const sentOf = (...types: OwnMessage["type"][]) => state.sent.filter(({ type }) => types.includes(type))

it("names nobody where there is only one person", async () => {
  await open([person(sari, true)], { ok: true, value: viewOf(sari) })
  expect(find("[data-whose]")).toBeNull()
  await click("[data-action=open]")
  expect(sentOf("switch-participant")).toEqual([])
  expect(state.opened).toHaveLength(1)
})

it("names whose it is where there are several, and needs no turning to whoever is looked at", async () => {
  await open(SEVERAL, { ok: true, value: viewOf(sari) })
  expect(textOf("[data-whose]")).toBe(`Untuk ${sari.displayName}`)
  expect(find("[data-action=switch-to]")).toBeNull()
})

it("ticks another's step for the other", async () => {
  await open(SEVERAL, { ok: true, value: viewOf(BUDI) })
  expect(textOf("[data-whose] p")).toBe("Untuk Budi")
  await click("[data-action=mark-done]")
  expect(sentOf("say-step")).toMatchObject([{ participant: BUDI.id, step: "wallet", state: "done" }])
  expect(sentOf("switch-participant")).toEqual([])
})

it("turns to the other before it opens a site, and says so", async () => {
  await open(SEVERAL, { ok: true, value: viewOf(BUDI) })
  expect(textOf(".reminder")).toContain("Jejak beralih dulu ke Budi")
  await click("[data-action=open]")
  await vi.waitFor(() => expect(state.opened).toHaveLength(1))
  expect(sentOf("switch-participant")).toEqual([{ type: "switch-participant", participant: BUDI.id }])
})

it("opens nothing where turning fails", async () => {
  await open(SEVERAL, { ok: true, value: viewOf(BUDI) })
  const { answer } = state
  state.answer = (message) =>
    message.type === "switch-participant" ? { ok: false, failure: "internal" } : answer(message)
  await click("[data-action=open]")
  await vi.waitFor(() => expect(sentOf("switch-participant")).toHaveLength(1))
  expect(state.opened).toEqual([])
})

it("says that another is locked, and lets them be unlocked right there", async () => {
  await open(SEVERAL, { ok: false, failure: "locked" }, `[data-locked="${BUDI.id}"]`)
  expect(textOf("[data-locked] h2")).toContain("Budi")
  expect(find("[data-locked] [data-action=unlock]")).not.toBeNull()
  expect(sentOf("switch-participant")).toEqual([])
})

it("says that there is no such reminder any more", async () => {
  await open(SEVERAL, { ok: false, failure: "not-understood" })
  expect(textOf(".reminder h2")).toBe("Pengingat ini sudah lewat")
})
