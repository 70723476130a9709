// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { said, seen, wib } from "../../../tests/fixtures/facts"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { changes, show } from "../../../tests/fixtures/popup"
import { all, attributes, clear, click, find, render, textOf } from "../../../tests/fixtures/render"
import type { Fact } from "../../journey/facts"
import { foldJourney } from "../../journey/fold"
import type { OwnMessage } from "../../messages/messages"
import type { Overview } from "../../messages/overview"
import { programmes } from "../../programmes/registry"
import type { Programme } from "../../programmes/schema"
import { WalletPage } from "./WalletPage"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()
const programme = programmes[0] as Programme
const POINTS = ["active-own-name", "same-nik", "same-number", "upgraded", "room"]
const NOW = "2024-07-13T18:40"
const accepted = said("2024-07-01T08:00", "accepted", { on: "2024-07-01" })

let facts: Fact[]
const overview = (): Overview => ({
  ...overviewFixtures.walletOpen.overview,
  journey: foldJourney(facts, programme, new Date().toISOString()),
})

/** A background that keeps what it is told, and folds it anew. */
function keep(message: OwnMessage) {
  const common = {
    id: `k${facts.length}`,
    participant: "p1",
    at: new Date().toISOString(),
    by: "person" as const,
  }
  if (message.type === "check") {
    const { prerequisite, provider, met } = message
    facts.push({ ...common, kind: "check", prerequisite, met, ...(provider && { provider }) })
  }
  if (message.type === "wrong-codes") facts.push({ ...common, kind: "wrong-codes" })
  if (message.type === "retract") facts.push({ ...common, kind: "retract", fact: message.fact })
  return { ok: true as const, value: overview() }
}

beforeEach(() => {
  resetOwnPage()
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: Date.parse(wib(NOW)) })
  facts = [accepted]
  state.answer = keep
})
afterEach(async () => {
  await clear()
  vi.useRealTimers()
})

const summary = () => find("[data-summary]")?.dataset.summary
const states = () => attributes("[data-prerequisite]", "data-prerequisite", "data-state")
const field = (name: string) => find(`[data-field=${name}]`) as HTMLInputElement
async function type(name: string, text: string) {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set
  await act(async () => {
    setValue?.call(field(name), text)
    field(name).dispatchEvent(new Event("input", { bubbles: true }))
  })
}
const choose = (wallet: string) => click(`[data-wallet=${wallet}] input`)
const answer = (point: string, given: "met" | "unmet") =>
  click(`[data-prerequisite=${point}] [data-action=${given}]`)
const pressed = (point: string) =>
  attributes(`[data-prerequisite=${point}] [aria-pressed]`, "data-action", "aria-pressed")

describe("the choice", () => {
  it("is one of the pack's banks and wallets, by their names", async () => {
    await render(<WalletPage />)
    expect(attributes("[type=radio]", "value")).toEqual(programme.wallets.map(({ id }) => id))
    expect(all(".choice-name").map(({ textContent }) => textContent)).toEqual(
      programme.wallets.map(({ name }) => name),
    )
    expect(summary()).toBe("choose")
    expect(all("[data-prerequisite] button")).toEqual([])
    await choose("dana")
    expect(changes()).toEqual([
      { type: "check", participant: "p1", prerequisite: "supported-provider", provider: "dana", met: true },
    ])
    expect((find("[value=dana]") as HTMLInputElement).checked).toBe(true)
    expect(summary()).toBe("open")
  })

  it("falls back to what is stored when it could not be stored", async () => {
    await render(<WalletPage />)
    await choose("dana")
    state.answer = () => ({ ok: false, failure: "storage-full" })
    await choose("bca")
    expect((find("[value=dana]") as HTMLInputElement).checked).toBe(true)
    expect(find("[role=status].notice")).not.toBeNull()
  })

  it("of a bank asks for no upgrade, and of a wallet names its tier", async () => {
    await render(<WalletPage />)
    await choose("bca")
    expect(find("[data-prerequisite=upgraded]")).toBeNull()
    for (const { id, tier } of programme.wallets.filter(({ kind }) => kind === "e-wallet")) {
      await choose(id)
      expect(textOf("[data-prerequisite=upgraded] h3")).toContain(tier)
      expect(textOf("[data-prerequisite=upgraded]")).toContain("1 sampai 3 hari kerja")
    }
  })

  it("brings its own help line, and the complaint form with it", async () => {
    await render(<WalletPage />)
    expect(all(".help-lines li")).toHaveLength(programme.wallets.length + 1)
    await choose("dana")
    expect(attributes(".help-lines a", "href")).toEqual([
      "tel:1500445",
      "mailto:help@dana.id",
      "https://www.prakerja.go.id/",
    ])
  })
})

describe("the points", () => {
  it("are answered one by one until the wallet is ready, and then the way there is told", async () => {
    await render(<WalletPage />)
    await choose("dana")
    expect(states()).toEqual(POINTS.map((id) => `${id} open`))
    expect(textOf("[data-summary] h2")).toContain("Masih 5 hal")
    for (const id of POINTS) {
      expect(find("[data-action=open]")).toBeNull()
      await answer(id, "met")
    }
    expect(states()).toEqual(POINTS.map((id) => `${id} met`))
    expect(summary()).toBe("ready")
    expect(textOf("[data-summary] h2")).toBe("Siap disambungkan: DANA")
    expect(all("[data-summary] .numbered li")).toHaveLength(6)
    await click("[data-summary] [data-action=open]")
    expect(state.opened).toEqual(["https://dashboard.prakerja.go.id/"])
  })

  it("that are not so are told first, with what to do", async () => {
    await render(<WalletPage />)
    await choose("gopay")
    await answer("upgraded", "unmet")
    expect(summary()).toBe("unmet")
    expect(all(".todo-list li").map(({ textContent }) => textContent)).toEqual([
      "Buka aplikasi GoPay, upgrade menjadi GoPay Plus, dan tunggu sampai selesai sebelum menyambungkan.",
    ])
    expect(textOf("[data-prerequisite=upgraded] .point-todo")).toContain("GoPay Plus")
    await answer("upgraded", "met")
    expect(find(".point-todo")).toBeNull()
    expect(summary()).toBe("open")
  })

  it("say their state to who cannot see it, and where each comes from", async () => {
    await render(<WalletPage />)
    await choose("dana")
    expect(pressed("same-nik")).toEqual(["met false", "unmet false"])
    expect(textOf("#point-same-nik")).toContain("belum diperiksa")
    await answer("same-nik", "met")
    expect(pressed("same-nik")).toEqual(["met true", "unmet false"])
    expect(textOf("#point-same-nik")).toContain("sudah sesuai")
    for (const id of POINTS) {
      const row = `[data-prerequisite=${id}]`
      expect(find(`${row} [role=group]`)?.getAttribute("aria-labelledby")).toBe(find(`${row} h3`)?.id)
      expect(textOf(`${row} .source`)).toContain("22 Nov 2026")
    }
  })

  it("are asked again of another wallet", async () => {
    await render(<WalletPage />)
    await choose("dana")
    await answer("same-nik", "met")
    await choose("ovo")
    expect(states()).toEqual(POINTS.map((id) => `${id} open`))
    await choose("dana")
    expect(pressed("same-nik")).toEqual(["met true", "unmet false"])
  })
})

describe("the two numbers", () => {
  const outcome = () => find("[data-outcome]")?.dataset.outcome
  const save = "[data-action=save-numbers]"

  it("are compared as they are typed, and only the outcome is kept, on a press", async () => {
    await render(<WalletPage />)
    await choose("dana")
    await type("programme-number", "+62 812-3456-7890")
    expect(outcome()).toBe("unfinished")
    expect(find(save)).toBeNull()
    await type("wallet-number", "0812 3456")
    expect(textOf(".numbers")).toContain("Belum berupa nomor HP")
    await type("wallet-number", "0812 3456 7890")
    expect(outcome()).toBe("same")
    expect(textOf(".numbers-outcome")).toBe("Sama: 0812-3456-7890")
    expect(changes()).toHaveLength(1)
    await click(save)
    expect(changes().slice(1)).toEqual([
      { type: "check", participant: "p1", prerequisite: "same-number", provider: "dana", met: true },
    ])
    expect(states()).toContain("same-number met")
  })

  it("that differ are shown in one form, and kept as not met", async () => {
    await render(<WalletPage />)
    await choose("dana")
    await type("programme-number", "62 81234567890")
    await type("wallet-number", "(0812) 3456.7891")
    expect(outcome()).toBe("different")
    expect(textOf(".numbers-outcome")).toBe("Berbeda: 0812-3456-7890 dan 0812-3456-7891")
    await click(save)
    expect(states()).toContain("same-number unmet")
    expect(JSON.stringify([state.sent, facts])).not.toMatch(/812|3456|789/)
  })

  it("are forgotten with the page and with another wallet, and offered to no browser's memory", async () => {
    await render(<WalletPage />)
    await choose("dana")
    await type("programme-number", "081234567890")
    expect(attributes(".numbers input", "autocomplete", "name", "inputmode")).toEqual([
      "off  tel",
      "off  tel",
    ])
    await act(async () => void dispatchEvent(new Event("pagehide")))
    expect(field("programme-number").value).toBe("")
    await type("wallet-number", "081234567890")
    await choose("ovo")
    expect(field("wallet-number").value).toBe("")
  })
})

describe("too many wrong codes", () => {
  it("begin an hour that counts down, can be taken back, and is over by itself", async () => {
    await render(<WalletPage />)
    await click("[data-action=wrong-codes]")
    expect(find("[data-wait]")?.dataset.wait).toBe("2024-07-13T19:40:00+07:00")
    expect(textOf(".countdown-left")).toContain("60 menit")
    expect(textOf(".summary-wait")).toContain("19.40 WIB")
    expect(document.activeElement).toBe(find("[data-action=undo-wrong-codes]"))
    await act(async () => vi.advanceTimersByTime(18.5 * 60_000))
    expect(textOf(".countdown-left")).toContain("42 menit")

    await click("[data-action=undo-wrong-codes]")
    expect(find("[data-wait]")).toBeNull()
    expect(document.activeElement).toBe(find("[data-action=wrong-codes]"))

    await click("[data-action=wrong-codes]")
    expect(find("[data-wait]")).not.toBeNull()
    await act(async () => vi.advanceTimersByTime(61 * 60_000))
    expect(find("[data-wait]")).toBeNull()
    expect(find(".summary-wait")).toBeNull()
  })

  it("are told at the popup's step too, as long as they make one wait", async () => {
    const codes = { id: "codes", participant: "p1", at: wib(NOW), by: "person", kind: "wrong-codes" } as const
    facts = [accepted, seen("2024-07-02", "wallet-not-linked"), codes]
    const note = () => textOf("[data-step=wallet] .row-note")
    await show({ now: wib("2024-07-13T19:10"), overview: overview() })
    expect(note()).toContain("tunggu sampai Sab, 13 Jul 2024, 19.40 WIB")
    await act(async () => vi.advanceTimersByTime(31 * 60_000))
    expect(note()).not.toContain("tunggu")
  })
})

describe("a failure", () => {
  const failed = (signal: string) => seen("2024-07-12T10:00", signal, { words: "Words as they stood" })

  it.each(programme.linkingFailures.map((failure) => [failure.id, failure] as const))(
    "%s stands first with its words, what to do and where it was read",
    async (id, { signal, label }) => {
      facts = [accepted, failed(signal)]
      await render(<WalletPage />)
      expect(find("main > section")?.dataset.failure).toBe(id)
      expect(textOf("[data-failure] h2")).toContain(label)
      expect(textOf("[data-failure] .evidence")).toContain("Words as they stood")
      expect(textOf("[data-failure]").length).toBeGreaterThan(120)
    },
  )

  it("is none as long as none was read; what helps can be looked up", async () => {
    await render(<WalletPage />)
    expect(find("[data-failure]")).toBeNull()
    expect(attributes("[data-linking-failure]", "data-linking-failure")).toEqual(
      programme.linkingFailures.map(({ id }) => id),
    )
    for (const { id, label } of programme.linkingFailures) {
      expect(textOf(`[data-linking-failure=${id}] q`)).toBe(label)
      expect(textOf(`[data-linking-failure=${id}] p`)).not.toBe("")
    }
  })
})

describe("the page", () => {
  it("tells in which order to change a number, and what nobody asks for", async () => {
    await render(<WalletPage />)
    const order = textOf("[aria-labelledby=changing-heading]")
    const places = ["Ubah", "Ya, Putuskan Rekening", "Baru ganti nomor HP", "sambungkan lagi"].map((words) =>
      order.indexOf(words),
    )
    expect(places).not.toContain(-1)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(textOf(".never")).toMatch(/OTP.*PIN.*nomor kartu/)
  })

  it("knows what is linked already", async () => {
    facts = [accepted, seen("2024-07-12", "wallet-connected", { values: { provider: "ovo" } })]
    await render(<WalletPage />)
    expect(summary()).toBe("linked")
    expect(textOf("[data-summary] h2")).toBe("Sudah tersambung: OVO")
  })

  it.each(["id", "en"] as const)("has words for everything in %s", async (language) => {
    state.language = language
    facts = [accepted, seen("2024-07-12", "wallet-refused-nik")]
    await render(<WalletPage />)
    for (const { id } of programme.wallets) {
      await choose(id)
      for (const point of all("[data-prerequisite]")) await answer(point.dataset.prerequisite ?? "", "unmet")
      expect(document.body.textContent).not.toMatch(/undefined|null|\{|\b(wallet|preflight|linking)_/)
      for (const text of all("h2, h3, h4, p:not([role=status]):not(.numbers .hint), li, button"))
        expect(text.textContent?.trim()).not.toBe("")
    }
  })

  it("leads who is not known yet to the first form", async () => {
    state.answer = () => ({ ok: true, value: overviewFixtures.noParticipant.overview })
    await render(<WalletPage />)
    expect(attributes("main a", "href")).toContain("/tabs/welcome.html")
    expect(find("[type=radio]")).toBeNull()
  })
})
