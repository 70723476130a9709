// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { KDF, twoPeople } from "../../../tests/fixtures/people"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { all, attributes, click, find, textOf } from "../../../tests/fixtures/render"
import type { Overview } from "../../messages/overview"
import { storedOverview } from "../stored"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))
vi.mock("./key-from", () => ({
  keyFrom: async (passphrase: string, { salt }: { salt: string }) => `${passphrase} ${salt}`,
}))

const { state } = ownPage()
const opener = "[data-action=open-people]"
const other = "[data-action=switch-participant][value=p2]"

beforeEach(openPopup)
afterEach(closePopup)

/** From now on the background answers with this overview. */
const answerWith = (overview: Overview) => {
  state.answer = () => ({ ok: true, value: overview })
}
const press = (key: string) =>
  act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))
  })
const type = (selector: string, text: string) =>
  act(async () => {
    const field = find(selector)
    if (field instanceof HTMLInputElement) field.value = text
  })
/** Until the frame was painted that says to wait, and the key was derived. */
const derived = () => act(async () => vi.advanceTimersByTimeAsync(200))

describe("whose journey it is", () => {
  it("is told in one line, which opens to the way to add somebody", async () => {
    await show(twoPeople({ alone: true }))
    expect(textOf(opener)).toContain("Siti Aminah · Gelombang 70")
    expect(all("[data-action=switch-participant], [data-action=lock]")).toEqual([])
    await click(opener)
    await click("[data-action=add-participant]")
    expect(state.opened).toEqual(["chrome-extension://jejak/tabs/welcome.html?new=1"])
  })

  it("turns to another's, of which everything is shown at once and nothing of the first stays", async () => {
    await show(twoPeople())
    await click("[data-training=t1] [data-action=edit-training]")
    expect(find(".training-form")).not.toBeNull()
    await click(opener)
    expect(attributes("[data-action=switch-participant]", "value", "aria-current")).toEqual([
      "p1 true",
      "p2 false",
    ])
    answerWith(twoPeople({ current: "p2" }).overview)
    await click(other)
    expect(changes()).toEqual([{ type: "switch-participant", participant: "p2" }])
    expect(textOf(opener)).toContain("Budi · Gelombang 69")
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["wallet"])
    expect(find(".training-form")).toBeNull()
    expect(document.querySelector("main")?.textContent).not.toMatch(/Siti|Pembukuan/)
    expect(textOf("[role=status]")).toBe("Sekarang yang dilihat: Budi.")
    expect(document.activeElement).toBe(find(opener))
  })

  it("keeps no open form where both have the same rows", async () => {
    await show(twoPeople())
    await click("[data-step=incentive] [data-action=mark-done]")
    const dated = find("[data-step=incentive]")
    await click(opener)
    const { participant } = twoPeople({ current: "p2" }).overview
    const { people } = twoPeople({ current: "p2" })
    answerWith({ ...twoPeople().overview, people, ...(participant && { participant }) })
    await click(other)
    expect(find("[data-step=incentive]")).not.toBe(dated)
  })

  it("does not tell of one person what was done for another", async () => {
    await show(twoPeople())
    state.answer = () => ({ ok: false, failure: "storage-full" })
    await click("[data-step=incentive] [data-action=mark-done]")
    expect(textOf("[role=status]")).toContain("penuh")
    await act(async () => {
      const newValue = JSON.parse(JSON.stringify(twoPeople({ current: "p2" }).overview))
      for (const listener of state.listeners) listener({ overview: { newValue } }, "local")
    })
    expect(textOf("[role=status]")).toBe("")
  })

  it("stays, and says so, when turning failed", async () => {
    await show(twoPeople())
    await click(opener)
    state.answer = () => ({ ok: false, failure: "storage-unavailable" })
    await click(other)
    expect(textOf(opener)).toContain("Siti")
    expect(textOf("[role=status]")).toContain("tidak mengizinkan penyimpanan")
  })

  it("is chosen by keyboard: arrows, and Escape back to where one came from", async () => {
    await show(twoPeople())
    await click(opener)
    expect(document.activeElement).toBe(find("[data-action=switch-participant][value=p1]"))
    await press("ArrowDown")
    expect(document.activeElement).toBe(find(other))
    await press("ArrowUp")
    await press("ArrowUp")
    expect(document.activeElement).toBe(find("[data-action=manage-people]"))
    await press("ArrowDown")
    expect(document.activeElement).toBe(find("[data-action=switch-participant][value=p1]"))
    await press("Escape")
    expect(find(other)).toBeNull()
    expect(document.activeElement).toBe(find(opener))
    expect(changes()).toEqual([])
  })

  it("closes its list when the person goes elsewhere", async () => {
    await show(twoPeople())
    await click(opener)
    await act(async () => {
      find(".page-footer")?.dispatchEvent(new Event("pointerdown", { bubbles: true }))
    })
    expect(find(other)).toBeNull()
  })
})

describe("a person who is locked", () => {
  it("shows the way to unlock instead of a beginning, and what being locked means", async () => {
    await show(twoPeople({ kept: "p1", locked: true }))
    expect(find("[data-locked=p1]")).not.toBeNull()
    expect(find("[data-action=begin]")).toBeNull()
    expect(all("[data-step], [data-next-step], [data-warning]")).toEqual([])
    expect(textOf(".unlock")).toContain("tidak ada yang dicatat dan tidak ada pengingat")
    expect(document.activeElement).toBe(find("[name=passphrase]"))
    expect(attributes("[name=passphrase]", "type", "autocomplete")).toEqual(["password current-password"])
    expect(find("[data-action=edit-participant], [data-action=lock]")).toBeNull()
    await click(opener)
    expect(find(other)).not.toBeNull()
  })

  it("is unlocked with the key that the passphrase gives; meanwhile it is said to wait", async () => {
    await show(twoPeople({ kept: "p1", locked: true }))
    await type("[name=passphrase]", " kopi pagi di teras ")
    const open = twoPeople({ kept: "p1" }).overview
    answerWith(open)
    await click("[data-action=unlock]")
    expect(textOf("[data-action=unlock]")).toBe("Sebentar…")
    expect(attributes("[data-action=unlock]", "aria-disabled")).toEqual(["true"])
    expect(changes()).toEqual([])
    await click("[data-action=unlock]")
    await derived()
    expect(changes()).toEqual([{ type: "unlock", participant: "p1", key: `kopi pagi di teras ${KDF.salt}` }])
    expect(find(".unlock")).toBeNull()
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["review"])
    expect(document.activeElement).toBe(find("main"))
    expect(textOf("main > [role=status]")).toBe("Catatan Siti Aminah terbuka.")
  })

  it("stays locked with a wrong one, which is said at the field", async () => {
    await show(twoPeople({ kept: "p1", locked: true }))
    await click("[data-action=unlock]")
    expect(textOf(".unlock .error")).toBe("Isi kata sandinya.")
    await type("[name=passphrase]", "salah sama sekali")
    state.answer = () => ({ ok: false, failure: "wrong-passphrase" })
    await click("[data-action=unlock]")
    await derived()
    expect(textOf(".unlock .error")).toMatch(/\w/)
    expect(attributes("[name=passphrase]", "aria-invalid")).toEqual(["true"])
    expect(document.activeElement).toBe(find("[name=passphrase]"))
    expect(textOf("[data-action=unlock]")).toBe("Buka kunci")
  })

  it("shows what is typed only when asked to", async () => {
    await show(twoPeople({ kept: "p1", locked: true }))
    await click("[data-action=show-passphrase]")
    expect(attributes("[name=passphrase]", "type")).toEqual(["text"])
    await click("[data-action=show-passphrase]")
    expect(attributes("[name=passphrase]", "type")).toEqual(["password"])
  })

  it("keeps nothing typed for one when it turns to another who is locked", async () => {
    const { overview } = twoPeople({ kept: "p1", locked: true })
    const people = overview.people.map((person) => ({ ...person, kdf: KDF, locked: true }))
    await show({ now: twoPeople().now, overview: { ...overview, people } })
    await type("[name=passphrase]", "punya Siti")
    const second = twoPeople({ current: "p2", kept: "p2", locked: true }).overview
    answerWith({ ...second, people: people.map((each) => ({ ...each, current: each.id === "p2" })) })
    await click(opener)
    await click(other)
    expect(find("[data-locked=p2]")).not.toBeNull()
    expect((find("[name=passphrase]") as HTMLInputElement).value).toBe("")
  })

  it("can be removed by who has forgotten the passphrase, once the name was typed", async () => {
    await show(twoPeople({ kept: "p1", locked: true }))
    expect(textOf(".forgotten")).toContain("tidak ada yang bisa memulihkannya")
    await type("[name=confirmation]", "Budi")
    await click("[data-action=remove-participant]")
    expect(changes()).toEqual([])
    expect(textOf("[data-remove] .error")).toContain("Siti Aminah")
    expect(document.activeElement).toBe(find("[name=confirmation]"))
    await type("[name=confirmation]", " siti  aminah")
    const { overview } = twoPeople({ current: "p2" })
    answerWith({ ...overview, people: overview.people.filter(({ current }) => current) })
    await click("[data-action=remove-participant]")
    expect(changes()).toEqual([{ type: "remove-participant", participant: "p1" }])
    expect(textOf("main > [role=status]")).toContain("Siti Aminah dan semua catatannya sudah dihapus")
    expect(textOf(opener)).toContain("Budi")
  })
})

describe("a person with a passphrase who is not locked", () => {
  it("can be locked from the popup", async () => {
    await show(twoPeople({ kept: "p1" }))
    answerWith(twoPeople({ kept: "p1", locked: true }).overview)
    await click("[data-action=lock]")
    expect(changes()).toEqual([{ type: "lock", participant: "p1" }])
    expect(find("[data-locked=p1]")).not.toBeNull()
    expect(all("[data-step]")).toEqual([])
    expect(document.activeElement).toBe(find("[name=passphrase]"))
    expect(textOf("main > [role=status]")).toBe("Siti Aminah sekarang terkunci.")
  })
})

it("paints what was stored of several people, the locked too", () => {
  for (const { overview } of [
    twoPeople(),
    twoPeople({ kept: "p2", locked: true }),
    twoPeople({ kept: "p1" }),
  ])
    expect(storedOverview(JSON.parse(JSON.stringify(overview)))).toBeDefined()
})
