// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup } from "../../../tests/fixtures/popup"
import { all, attributes, click, find, render, textOf } from "../../../tests/fixtures/render"
import type { SiteHealth, TabJudgement } from "../../messages/overview"
import { Home } from "../journey/Home"
import { Settings } from "../settings/Settings"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state, browser } = ownPage()

beforeEach(openPopup)
afterEach(closePopup)

const HOME: SiteHealth = {
  site: "home",
  kind: "home",
  chosen: true,
  patterns: ["https://home.example/*"],
  reads: ["wallet", "incentive"],
  name: "Beranda",
  host: "home.example",
  access: true,
}
const PLATFORM: SiteHealth = {
  ...HOME,
  site: "platform",
  kind: "platform",
  name: "Panggung",
  host: "a.example",
  patterns: ["https://a.example/*", "https://b.example/*"],
  chosen: false,
  access: false,
}
const WATCHED: SiteHealth = {
  ...HOME,
  site: "host:kelas.example",
  kind: "watched",
  name: "kelas.example",
  host: "kelas.example",
  patterns: ["https://kelas.example/*"],
  training: "t2",
}

/** Both pages are answered with these sites and, for the popup, this judgement of the tab. */
function answerWith(sites: SiteHealth[], judgement?: TabJudgement) {
  const { now, overview } = overviewFixtures.twoTrainings
  vi.setSystemTime(Date.parse(now))
  state.tabUrl = "https://tab.example/"
  state.answer = (message) => {
    if (message.type === "safety-copies") return { ok: true, value: [] }
    if (message.type !== "judge-address") return { ok: true, value: { ...overview, sites } }
    return judgement ? { ok: true, value: judgement } : { ok: false, failure: "internal" }
  }
}
const inPopup = (sites: SiteHealth[], watchable?: TabJudgement["watchable"]) => {
  answerWith(sites, { kind: "unknown", host: "kelas.example", ...(watchable && { watchable }) })
  return render(<Home />)
}
const onSettings = (...sites: SiteHealth[]) => {
  answerWith(sites)
  return render(<Settings />)
}
const pick = (selector: string, value: string) =>
  act(async () => {
    const select = find(selector) as HTMLSelectElement
    select.value = value
    select.dispatchEvent(new Event("change", { bubbles: true }))
  })

describe("the popup on a site", () => {
  const host = { as: "host", site: "host:kelas.example", host: "kelas.example" } as const

  it("offers a platform, asks for its hosts within the click, and has it read", async () => {
    await inPopup([HOME, PLATFORM], { as: "platform", site: "platform" })
    expect(textOf("[data-watch] [data-action=choose-site]")).toBe("Pantau Panggung")
    await click("[data-action=choose-site]")
    expect(state.asked).toEqual([PLATFORM.patterns])
    expect(changes()).toEqual([{ type: "choose-site", site: "platform" }, { type: "permissions-changed" }])
  })

  it("says the wish before the browser asks, which may close the popup", async () => {
    await inPopup([HOME, PLATFORM], { as: "platform", site: "platform" })
    vi.spyOn(browser.permissions, "request").mockImplementationOnce(async () => {
      expect(changes()).toEqual([{ type: "choose-site", site: "platform" }])
      return new Promise(() => {})
    })
    await click("[data-action=choose-site]")
    expect(changes()).toHaveLength(1)
    expect.assertions(2)
  })

  it("takes the wish back when the browser's question is turned down", async () => {
    await inPopup([HOME], host)
    vi.spyOn(browser.permissions, "request").mockResolvedValueOnce(false)
    await pick("[data-watch] select", "")
    await click("[data-action=watch-site]")
    expect(changes()).toEqual([
      { type: "watch-site", participant: "p1", host: "kelas.example" },
      { type: "leave-site", site: "host:kelas.example" },
    ])
    expect(textOf("[data-watch] [role=status]")).toContain("Izin tidak diberikan")
  })

  it("offers any other site for one of the trainings, the one under way first", async () => {
    await inPopup([HOME], host)
    expect(attributes("[data-watch] option", "value")).toEqual(["t1", "t2", ""])
    expect((find("[data-watch] select") as HTMLSelectElement).value).toBe("t1")
    await pick("[data-watch] select", "t2")
    await click("[data-action=watch-site]")
    expect(state.asked).toEqual([["https://kelas.example/*"]])
    expect(changes()[0]).toEqual({
      type: "watch-site",
      participant: "p1",
      host: "kelas.example",
      training: "t2",
    })
  })

  it("on a watched site changes the training, and stops", async () => {
    await inPopup([HOME, WATCHED], host)
    expect(find("[data-action=watch-site]")).toBeNull()
    expect((find("[data-watch] select") as HTMLSelectElement).value).toBe("t2")
    await pick("[data-watch] select", "")
    await click("[data-watch] [data-action=leave-site]")
    expect(changes()).toEqual([
      { type: "watch-site", participant: "p1", host: "kelas.example" },
      { type: "leave-site", site: "host:kelas.example" },
    ])
    expect(state.asked).toEqual([])
    expect(document.activeElement?.tagName).toBe("H2")
  })

  it("offers nothing where nothing may be watched", async () => {
    await inPopup([HOME, PLATFORM])
    expect(find(".verdict")).not.toBeNull()
    expect(find("[data-watch]")).toBeNull()
  })
})

describe("the settings", () => {
  it("list every site with what is read there and how that is going", async () => {
    await onSettings(
      { ...HOME, lastRead: "2024-07-27T04:00:00Z", unreadSince: "2024-07-27T04:10:00Z" },
      PLATFORM,
      { ...WATCHED, unreadSince: "2024-07-26T04:00:00Z" },
    )
    expect(attributes("[data-site]", "data-site")).toEqual(["home", "platform", "host:kelas.example"])
    expect(textOf("[data-site=home]")).toContain("Sambungkan rekening atau e-wallet")
    expect(textOf("[data-site=home]")).toContain("Terakhir dibaca")
    expect(textOf("[data-site=home]")).toContain("11.00 WIB")
    expect(textOf("[data-site=platform]")).toContain("a.example, b.example")
    expect(textOf("[data-site=platform]")).toContain("Tidak dipantau")
    expect(textOf("[data-site='host:kelas.example'] .site-standing")).toContain("belum ada yang bisa dibaca")
    expect(all("[data-site=home] button")).toEqual([])
  })

  it("begin and end with one button", async () => {
    await onSettings(HOME, PLATFORM)
    await click("[data-site=platform] [data-action=choose-site]")
    expect(state.asked).toEqual([PLATFORM.patterns])
    const { now } = overviewFixtures.twoTrainings
    vi.setSystemTime(Date.parse(now))
    expect(changes()[0]).toEqual({ type: "choose-site", site: "platform" })
  })

  it("ask for the access of that one site again", async () => {
    await onSettings(HOME, { ...PLATFORM, chosen: true }, { ...WATCHED, access: false })
    expect(textOf("[data-site=platform] .site-standing")).toContain("Belum diizinkan")
    await click("[data-site=platform] [data-action=grant-access]")
    expect(state.asked).toEqual([PLATFORM.patterns])
    await click("[data-site='host:kelas.example'] [data-action=leave-site]")
    expect(changes().at(-1)).toEqual({ type: "leave-site", site: "host:kelas.example" })
  })
})

describe("a warning about access", () => {
  it("asks for exactly what its own site lacks", async () => {
    const { overview } = overviewFixtures.twoTrainings
    const { journey } = overview
    if (!journey) throw new Error("no journey")
    const source = { of: "assumption" as const, checkedOn: "2026-11-22" }
    const common = {
      id: "access-missing" as const,
      step: "accepted" as const,
      contacts: [],
      causes: [],
      source,
    }
    const sites = [
      { ...PLATFORM, chosen: true },
      { ...WATCHED, access: false },
    ]
    const warnings = sites.map(({ site: id, name: site }) => ({
      ...common,
      severity: "soon" as const,
      values: { site, id },
    }))
    answerWith(sites)
    state.tabUrl = undefined
    state.answer = () => ({ ok: true, value: { ...overview, sites, journey: { ...journey, warnings } } })
    await render(<Home />)
    expect(all("[data-warning=access-missing] h3").map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("Panggung"),
      expect.stringContaining("kelas.example"),
    ])
    for (const button of all("[data-warning=access-missing] [data-action=grant-access]"))
      await act(async () => button.click())
    expect(state.asked).toEqual(sites.map(({ patterns }) => patterns))
  })
})
