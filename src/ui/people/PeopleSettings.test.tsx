// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { KDF, twoPeople } from "../../../tests/fixtures/people"
import { all, attributes, clear, click, find, render, textOf } from "../../../tests/fixtures/render"
import type { OwnMessage, Reply } from "../../messages/messages"
import type { Overview } from "../../messages/overview"
import { OwnPage } from "../OwnPage"
import { PeopleSettings } from "./PeopleSettings"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))
vi.mock("../../sealing/new-kdf", () => ({ newKdf: () => ({ ...KDF, salt: "new" }) }))
vi.mock("./key-from", () => ({
  keyFrom: async (passphrase: string, { salt }: { salt: string }) => `${passphrase} ${salt}`,
}))
const saved = vi.hoisted(() => ({ files: [] as string[] }))
vi.mock("../files/download", () => ({ saveFile: (name: string) => saved.files.push(name) }))

const { state } = ownPage()

beforeEach(() => {
  resetOwnPage()
  saved.files = []
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: Date.parse(twoPeople().now) })
})
afterEach(async () => {
  await clear()
  vi.useRealTimers()
})

/** Answers each message with this overview, except those that a test answers otherwise. */
function background(
  overview: Overview,
  other: (message: OwnMessage) => Reply<unknown> | undefined = () => undefined,
) {
  state.answer = (message) => {
    if (message.type === "history")
      return {
        ok: true,
        value: {
          trainings: [],
          entries: [
            {
              id: "f1",
              at: "2024-07-03T00:00:00Z",
              by: "person",
              kind: "step",
              steps: [{ step: "accepted", state: "done" }],
              on: "2024-07-02",
              standing: "counts",
              can: [],
            },
          ],
        },
      }
    if (message.type === "export-backup")
      return { ok: true, value: { fileName: "cadangan.json", json: "{}" } }
    return other(message) ?? { ok: true, value: overview }
  }
}
const show = async () => {
  await render(
    <OwnPage heading="Pengaturan" forAnybody>
      <PeopleSettings />
    </OwnPage>,
  )
  await act(async () => undefined)
}
const changes = () =>
  state.sent.filter(({ type }) => !["overview", "history", "export-backup"].includes(type))
const enter = (values: Record<string, string | boolean>) =>
  act(async () => {
    for (const [name, value] of Object.entries(values)) {
      const field = find(`.person-task [name="${name}"]`) as HTMLInputElement
      if (typeof value === "boolean") field.checked = value
      else {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value)
        field.dispatchEvent(new Event("input", { bubbles: true }))
      }
    }
  })
const submit = () => click(".person-task [type=submit]")
const told = () => textOf("main > [role=status]")
/** Until the frame was painted that says to wait, and the key was derived. */
const derived = () => act(async () => vi.advanceTimersByTimeAsync(200))
const errors = () => all(".person-task .error").flatMap(({ textContent }) => textContent || [])
const good = "kopi pagi di teras"

describe("the people of a browser", () => {
  it("are listed, each with wave, day, and who is looked at", async () => {
    background(twoPeople().overview)
    await show()
    expect(attributes("[data-person]", "data-person", "data-current")).toEqual(["p1 true", "p2 false"])
    expect(textOf("[data-person=p1]")).toContain("Gelombang 70 · Diumumkan Sen, 1 Jul 2024")
    expect(textOf("[data-person=p2]")).toContain("Gelombang 69 · Diumumkan Sel, 2 Jul 2024")
    await click(".people > [data-action=add-participant]")
    expect(state.opened).toEqual(["chrome-extension://jejak/tabs/welcome.html?new=1"])
  })

  it("can each be looked at", async () => {
    background(twoPeople().overview)
    await show()
    background(twoPeople({ current: "p2" }).overview)
    await click(".people-rows [data-action=switch-participant][value=p2]")
    expect(changes()).toEqual([{ type: "switch-participant", participant: "p2" }])
    expect(told()).toBe("Sekarang yang dilihat: Budi.")
    expect(attributes("[data-person][data-current=true]", "data-person")).toEqual(["p2"])
    expect(document.activeElement).toBe(find("main"))
  })

  it("can each be changed, not only who is looked at", async () => {
    background(twoPeople().overview)
    await show()
    await click("[data-person=p2] [data-action=open-edit]")
    const values = ["displayName", "wave", "announcedOn"].map(
      (name) => (find(`.person-task [name=${name}]`) as HTMLInputElement).value,
    )
    expect(values).toEqual(["Budi", "69", "2024-07-02"])
    await enter({ displayName: "Budi Santoso", wave: "" })
    await submit()
    expect(changes()).toEqual([])
    expect(errors().join()).toContain("gelombang")
    await enter({ wave: "71" })
    await submit()
    expect(changes()).toEqual([
      {
        type: "change-participant",
        participant: "p2",
        displayName: "Budi Santoso",
        wave: 71,
        announcedOn: "2024-07-02",
      },
    ])
    expect(told()).toBe("Data Budi Santoso tersimpan.")
    expect(find(".person-task")).toBeNull()
    expect(document.activeElement).toBe(find("[data-person=p2]"))
  })

  it("are removed only once their name was typed", async () => {
    background(twoPeople().overview)
    await show()
    await click("[data-person=p2] [data-action=open-remove]")
    expect(textOf(".person-task")).toContain("hilang untuk selamanya")
    await submit()
    expect([changes(), errors().length]).toEqual([[], 1])
    await enter({ confirmation: "budi" })
    background(twoPeople({ alone: true }).overview)
    await submit()
    expect(changes()).toEqual([{ type: "remove-participant", participant: "p2" }])
    expect(told()).toContain("Budi dan semua catatannya sudah dihapus")
    expect(attributes("[data-person]", "data-person")).toEqual(["p1"])
    expect(document.activeElement).toBe(find("#people-heading"))
  })

  it("who are locked can be looked at and removed, and nothing else", async () => {
    background(twoPeople({ kept: "p2", locked: true }).overview)
    await show()
    expect(attributes("[data-person=p2] [data-action]", "data-action")).toEqual([
      "switch-participant",
      "open-remove",
    ])
    expect(textOf("[data-person=p2]")).not.toContain("Diumumkan")
    expect(state.sent.some(({ type }) => type === "history")).toBe(false)
  })

  it("while the one looked at is locked, stand below the way to unlock", async () => {
    background(twoPeople({ kept: "p1", locked: true }).overview)
    await show()
    expect(find("[data-locked=p1].unlock")).not.toBeNull()
    expect(attributes("[data-person]", "data-person", "data-locked")).toEqual(["p1 true", "p2 false"])
    expect(find(".people-bar [data-action=open-people]")).not.toBeNull()
  })
})

describe("a passphrase", () => {
  it("is set only after it was said what that means, typed twice, and understood", async () => {
    background(twoPeople().overview)
    await show()
    await click("[data-person=p1] [data-action=open-protect]")
    const before = textOf(".person-task .before")
    for (const words of ["hilang untuk selamanya", "Setiap kali browser dibuka", "cadangan"])
      expect(before).toContain(words)
    expect(attributes(".person-task [type=password]", "name", "autocomplete")).toEqual([
      "passphrase new-password",
      "again new-password",
    ])
    await click(".person-task [data-action=export-backup]")
    expect(saved.files).toEqual(["cadangan.json"])
    await enter({ passphrase: "gajah" })
    await submit()
    expect(errors()[0]).toBe("Pakai paling sedikit 10 huruf atau angka.")
    await enter({ passphrase: "081234567890" })
    await submit()
    expect(errors()).toEqual([
      "Jangan hanya angka. Nomor HP dan tanggal lahir mudah ditebak.",
      "Centang dulu kalau kamu sudah mengerti.",
    ])
    expect(document.activeElement).toBe(find("[name=passphrase]"))
    await enter({ passphrase: good, again: `${good}!` })
    await submit()
    expect(errors()[0]).toBe("Kedua kata sandi tidak sama. Ketik sekali lagi.")
    await enter({ again: good })
    await submit()
    expect(errors()).toEqual(["Centang dulu kalau kamu sudah mengerti."])
    expect(changes()).toEqual([])
    await enter({ understood: true })
    background(twoPeople({ kept: "p1" }).overview)
    await submit()
    expect(textOf(".person-task [data-action=protect]")).toBe("Sebentar…")
    await derived()
    expect(find(".person-task")).toBeNull()
    const kdf = { ...KDF, salt: "new" }
    expect(changes()).toEqual([{ type: "protect", participant: "p1", kdf, key: `${good} new` }])
    expect(told()).toBe("Kata sandi Siti Aminah terpasang. Catatannya sekarang tersandi.")
    expect(attributes("[data-person=p1]", "data-protected", "data-locked")).toEqual(["true false"])
  })

  it("is changed by who knows the one there is", async () => {
    const { overview } = twoPeople({ kept: "p1" })
    background(overview, (message) =>
      message.type === "unlock" && message.key !== `${good} ${KDF.salt}`
        ? { ok: false, failure: "wrong-passphrase" }
        : undefined,
    )
    await show()
    await click("[data-person=p1] [data-action=open-change-passphrase]")
    await enter({ old: "bukan yang ini", passphrase: "sepeda biru hujan", again: "sepeda biru hujan" })
    await submit()
    await derived()
    expect(errors()).toHaveLength(1)
    expect(document.activeElement).toBe(find("[name=old]"))
    expect(changes().map(({ type }) => type)).toEqual(["unlock"])
    await enter({ old: good })
    await submit()
    await derived()
    expect(find(".person-task")).toBeNull()
    expect(changes().slice(1)).toEqual([
      { type: "unlock", participant: "p1", key: `${good} ${KDF.salt}` },
      { type: "protect", participant: "p1", kdf: { ...KDF, salt: "new" }, key: "sepeda biru hujan new" },
    ])
    expect(told()).toBe("Kata sandi Siti Aminah sudah diganti.")
  })

  it("is removed by who knows it", async () => {
    background(twoPeople({ kept: "p1" }).overview, ({ type }) =>
      type === "unprotect" ? { ok: false, failure: "wrong-passphrase" } : undefined,
    )
    await show()
    await click("[data-person=p1] [data-action=open-unprotect]")
    await submit()
    expect(errors()).toEqual(["Isi kata sandinya."])
    await enter({ old: "bukan yang ini" })
    await submit()
    await derived()
    expect([changes().length, errors().length]).toEqual([1, 1])
    background(twoPeople().overview)
    await enter({ old: good })
    await submit()
    await derived()
    expect(find(".person-task")).toBeNull()
    expect(changes().at(-1)).toEqual({ type: "unprotect", participant: "p1", key: `${good} ${KDF.salt}` })
    expect(told()).toBe("Kata sandi Siti Aminah sudah dilepas.")
    expect(find("[data-person=p1] [data-action=open-protect]")).not.toBeNull()
  })

  it("locks at once", async () => {
    background(twoPeople({ kept: "p2" }).overview)
    await show()
    background(twoPeople({ kept: "p2", locked: true }).overview)
    await click("[data-person=p2] [data-action=lock]")
    expect(changes()).toEqual([{ type: "lock", participant: "p2" }])
    expect(told()).toBe("Budi sekarang terkunci.")
  })
})
