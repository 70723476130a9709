// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { twoPeople } from "../../../tests/fixtures/people"
import { attributes, clear, click, find, render, textOf } from "../../../tests/fixtures/render"
import { Welcome } from "./Welcome"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()
const { noParticipant, fresh } = overviewFixtures
const field = (name: string) => find(`[name=${name}]`) as HTMLInputElement
const errors = () => [...document.querySelectorAll(".error")].map((error) => error.textContent)
const changes = () => state.sent.filter(({ type }) => type !== "overview")

beforeEach(() => {
  resetOwnPage()
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: Date.parse(fresh.now) })
  state.answer = (message) => ({
    ok: true,
    value: (message.type === "overview" ? noParticipant : fresh).overview,
  })
})
afterEach(async () => {
  await clear()
  vi.useRealTimers()
})

async function enter(values: Record<string, string>) {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set
  for (const [name, value] of Object.entries(values)) {
    await act(async () => {
      setValue?.call(field(name), value)
      field(name).dispatchEvent(new Event("input", { bubbles: true }))
    })
  }
}
const submit = () => click("[type=submit]")
const entry = { displayName: "Siti Aminah", wave: "70", announcedOn: "2024-07-01" }

describe("the first form", () => {
  it("asks for three things and sends them", async () => {
    await render(<Welcome edit={false} />)
    expect(attributes("input", "name", "type")).toEqual([
      "displayName text",
      "wave number",
      "announcedOn date",
    ])
    await enter(entry)
    await submit()
    expect(changes()).toEqual([{ type: "add-participant", ...entry, wave: 70 }])
  })

  it("says what is next and leads to the dashboard", async () => {
    await render(<Welcome edit={false} />)
    await enter(entry)
    await submit()
    expect(textOf("[data-finished] h2")).toBe("Siap, Siti Aminah!")
    expect(attributes("[data-finished] a.primary", "href")).toEqual(["https://dashboard.prakerja.go.id/"])
    expect(document.activeElement).toBe(find("[data-finished] h2"))
  })

  it("knows the year of a wave, and only doubts a date of another year", async () => {
    await render(<Welcome edit={false} />)
    await enter({ ...entry, announcedOn: "2023-07-01" })
    expect(document.body.textContent).toContain("Gelombang tahun anggaran 2024.")
    expect(document.body.textContent).toContain("Periksa lagi tanggalnya.")
    expect([field("announcedOn").min, field("announcedOn").max]).toEqual(["2024-01-01", "2024-07-01"])
    await submit()
    expect(changes()).toHaveLength(1)
  })

  it.each([
    ["no name", { displayName: "  " }, "displayName", "Isi nama panggilanmu"],
    ["no wave", { wave: "" }, "wave", "Isi nomor gelombangmu"],
    ["half a wave", { wave: "70.5" }, "wave", "Isi nomor gelombangmu"],
    ["no date", { announcedOn: "" }, "announcedOn", "Pilih tanggal"],
    ["a day to come", { announcedOn: "2024-07-02" }, "announcedOn", "belum tiba"],
  ])("with %s says so, at the field, and sends nothing", async (_what, wrong, name, words) => {
    await render(<Welcome edit={false} />)
    await enter({ ...entry, ...wrong })
    await submit()
    expect(changes()).toEqual([])
    expect(errors().join("")).toContain(words)
    expect(document.activeElement).toBe(field(name))
    expect(field(name).getAttribute("aria-invalid")).toBe("true")
  })

  it("keeps what was entered when it could not be stored", async () => {
    await render(<Welcome edit={false} />)
    await enter(entry)
    state.answer = () => ({ ok: false, failure: "storage-unavailable" })
    await submit()
    expect(textOf("[role=status]")).toContain("tidak mengizinkan penyimpanan")
    expect(field("displayName").value).toBe("Siti Aminah")
  })

  it("is not shown again to whom it already knows", async () => {
    state.answer = () => ({ ok: true, value: fresh.overview })
    await render(<Welcome edit={false} />)
    expect(find("form")).toBeNull()
    expect(textOf("[data-finished] h2")).toBe("Siap, Siti Aminah!")
  })
})

describe("changing it later", () => {
  it("begins with what is known and changes that participant", async () => {
    state.answer = () => ({ ok: true, value: fresh.overview })
    await render(<Welcome edit />)
    expect([field("displayName").value, field("wave").value, field("announcedOn").value]).toEqual([
      "Siti Aminah",
      "70",
      "2024-07-01",
    ])
    await enter({ wave: "69" })
    await submit()
    expect(changes()).toEqual([
      {
        type: "change-participant",
        participant: "p1",
        displayName: "Siti Aminah",
        wave: 69,
        announcedOn: "2024-07-01",
      },
    ])
  })
})

describe("adding another person", () => {
  it("says whose notes it does not touch, and shows whoever was added", async () => {
    state.answer = () => ({ ok: true, value: twoPeople({ alone: true }).overview })
    await render(<Welcome another />)
    expect(textOf("h1")).toBe("Tambah orang")
    expect(textOf("header")).toContain("terpisah dari Siti Aminah")
    expect(attributes("[name=displayName]", "value", "autocomplete")).toEqual([" off"])
    await enter({ displayName: "Budi", wave: "69", announcedOn: "2024-07-01" })
    state.answer = () => ({ ok: true, value: twoPeople({ current: "p2" }).overview })
    await submit()
    expect(changes()).toEqual([
      { type: "add-participant", displayName: "Budi", wave: 69, announcedOn: "2024-07-01" },
    ])
    expect(textOf("[data-finished] h2")).toBe("Siap, Budi!")
    expect(textOf("h1")).toBe("Tambah orang")
  })

  it("is the ordinary beginning where there is nobody yet", async () => {
    await render(<Welcome another />)
    expect(textOf("h1")).toBe("Selamat datang di Jejak")
    await enter(entry)
    await submit()
    expect(textOf("h1")).toBe("Selamat datang di Jejak")
  })
})

it("changes nothing of who is locked, until they are unlocked", async () => {
  state.answer = () => ({ ok: true, value: twoPeople({ kept: "p1", locked: true }).overview })
  await render(<Welcome edit />)
  expect(find("[name=displayName]")).toBeNull()
  expect(find("[data-locked=p1]")).not.toBeNull()
})
