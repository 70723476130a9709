// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { manifestPlan, TARGETS } from "../../../plasmo.config"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { all, clear, find, render, textOf } from "../../../tests/fixtures/render"
import { guideOf } from "../../messages/guide"
import { programmes } from "../../programmes/registry"
import { STEP_IDS } from "../../programmes/steps"
import { say, speak } from "../language/words"
import { HelpPage } from "./HelpPage"
import { PrivacyPage } from "./PrivacyPage"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state, browser } = ownPage()
const [programme] = programmes
if (!programme) throw new Error("no programme")

beforeEach(() => {
  resetOwnPage()
  speak(undefined)
  // jsdom scrolls nothing.
  Element.prototype.scrollIntoView = () => undefined
  state.answer = ({ type }) =>
    type === "guide"
      ? { ok: true, value: guideOf(programme) }
      : { ok: true, value: overviewFixtures.noParticipant.overview }
})
afterEach(async () => {
  await clear()
  location.hash = ""
  vi.restoreAllMocks()
})

const isOpen = (selector: string) => (find(selector) as HTMLDetailsElement).open

describe.each(["id", "en"] as const)("the help page in %s", (language) => {
  beforeEach(() => {
    state.language = language
  })

  it("says of every step, without a participant, what it is, what to do and where that is from", async () => {
    await render(<HelpPage />)
    expect(all("#steps .folded").map(({ id }) => id)).toEqual(STEP_IDS.map((step) => `step-${step}`))
    for (const step of STEP_IDS) {
      const paragraphs = all(`#step-${step} > div > p`).map(({ textContent }) => textContent ?? "")
      expect(paragraphs.length, step).toBeGreaterThanOrEqual(3)
      expect(paragraphs, step).not.toContain("")
      expect(find(`#step-${step} .source`), step).not.toBeNull()
    }
  })

  it("says of every rule when it is, from the pack's own numbers", async () => {
    await render(<HelpPage />)
    const rules = new Set(all("[data-rule]").map(({ dataset }) => dataset.rule))
    expect([...rules].sort()).toEqual(programme.deadlines.map(({ id }) => id).sort())
    for (const { id, opens, closes } of programme.deadlines) {
      const words = textOf(`[data-rule="${id}"]`)
      expect(words, id).not.toMatch(/undefined|NaN|\{|\}/)
      for (const counting of [opens, closes].flatMap((moment) => moment?.earliestOf ?? [])) {
        if ("day" in counting) expect(words, id).toContain(`${counting.day}`)
        if ("plusWorkingDays" in counting) expect(words, id).toContain(`${counting.plusWorkingDays} `)
        if ("plusDays" in counting && counting.plusDays !== 0)
          expect(words, id).toContain(`${Math.abs(counting.plusDays)} `)
      }
      expect(find(`[data-rule="${id}"] .source`), id).not.toBeNull()
    }
  })

  it.each(TARGETS)("explains each permission of %s, and no other", async (target) => {
    const plan = manifestPlan(target)
    vi.spyOn(browser.runtime, "getManifest").mockReturnValue({ ...plan } as never)
    await render(<HelpPage />)
    const explained = all("[data-permissions]").flatMap(
      ({ dataset }) => dataset.permissions?.split(" ") ?? [],
    )
    expect(explained.sort()).toEqual(
      [...plan.permissions, ...plan.host_permissions, ...plan.optional_host_permissions].sort(),
    )
    for (const part of all("[data-permissions]")) {
      const [name, why] = [part.querySelector("dt"), part.querySelector("dd")]
      expect(why?.textContent?.length, part.dataset.permissions).toBeGreaterThan(20)
      expect(plan.permissions, "a name for people").not.toContain(name?.textContent)
    }
  })

  it("names every contact of the pack", async () => {
    await render(<HelpPage />)
    const named = all("#contacts li > span").map(({ textContent }) => textContent)
    expect(named).toEqual(programme.contacts.map(({ name }) => name))
  })

  it("leads from every trouble only to https addresses and our own pages", async () => {
    await render(<HelpPage />)
    const addresses = all("#troubles a").map((link) => link.getAttribute("href") ?? "")
    expect(addresses.length).toBeGreaterThan(5)
    for (const address of addresses) expect(address).toMatch(/^(https:\/\/|\/)/)
  })

  it("says all of the privacy page", async () => {
    await render(<PrivacyPage />)
    expect(all(".help-points li").map(({ textContent }) => textContent)).not.toContain("")
    expect(all(".help-points li").length).toBeGreaterThanOrEqual(17)
  })
})

describe("the help page's rules", () => {
  const rule = (id: string) => textOf(`[data-rule="${id}"] p`)

  it("read as a person would say them", async () => {
    await render(<HelpPage />)
    expect(rule("first-purchase")).toBe(
      "Paling lambat hari ke-15 (pengumuman dihitung hari ke-1), pukul 23.59 WIB.",
    )
    expect(rule("redeem-offline")).toBe(
      "Dari 1 jam sebelum jam pertemuan sampai 2 jam setelah jam pertemuan.",
    )
    expect(rule("cancel")).toBe(
      "Dari hari beli sampai 3 hari setelah hari beli atau 3 hari sebelum hari mulai (yang lebih dulu), pukul 23.59 WIB.",
    )
    expect(rule("link-account")).toBe("Paling lambat 3 Desember tahun anggaran gelombangmu, pukul 23.59 WIB.")
    expect(rule("incentive-payout")).toBe(
      "Paling lambat 5 hari kerja setelah tanggal jadwal, pukul 23.59 WIB.",
    )
    expect(rule("survey-opens")).toBe("Mulai hari ke-30 (hari insentif diterima dihitung hari ke-1).")
    expect(rule("post-test-offline")).toBe("Paling lambat pertemuan terakhir, pukul 23.59 WIB.")
  })

  it("read so in English too", async () => {
    state.language = "en"
    speak(undefined)
    await render(<HelpPage />)
    expect(rule("first-purchase")).toBe(
      "By day 15 (with the announcement as day 1), 23:59 WIB at the latest.",
    )
    expect(rule("redeem-webinar")).toBe("From 1 hour before the meeting until 1 hour after the meeting.")
  })
})

describe("a folded part", () => {
  it("is unfolded by the address that names it", async () => {
    await render(<HelpPage />)
    expect(isOpen("#trouble-suspicious")).toBe(false)
    location.hash = "#trouble-suspicious"
    dispatchEvent(new HashChangeEvent("hashchange"))
    expect([isOpen("#trouble-suspicious"), isOpen("#trouble-money_late")]).toEqual([true, false])
  })

  it("says why when the rules do not come", async () => {
    state.answer = ({ type }) =>
      type === "guide"
        ? { ok: false, failure: "internal" }
        : { ok: true, value: overviewFixtures.noParticipant.overview }
    await render(<HelpPage />)
    expect(textOf("#steps .error")).toBe(say("failure_internal"))
  })
})
