// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { all, attributes, clear, click, find, render, textOf } from "../../../tests/fixtures/render"
import { Home } from "./Home"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()

beforeEach(openPopup)
afterEach(closePopup)

describe("with no participant", () => {
  it("says what Jejak is for and leads to the welcome page", async () => {
    await show(overviewFixtures.noParticipant)
    expect(all("[data-step], [data-next-step], [data-warning]")).toEqual([])
    await click("[data-action=begin]")
    expect(state.opened).toEqual(["chrome-extension://jejak/tabs/welcome.html"])
  })
})

describe("the next step", () => {
  it("comes first, with what to do, how long there is, and the page where it is done", async () => {
    await show(overviewFixtures.walletOpen)
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["wallet"])
    const next = textOf("[data-next-step]")
    expect(next).toContain("Sambungkan rekening atau e-wallet")
    expect(next).toContain("2 hari 5 jam lagi")
    expect(next).toContain("Batas beli pelatihan pertama: Sen, 15 Jul 2024, 23.59 WIB")
    expect(all("[data-next-step] ~ *").length).toBeGreaterThan(2)
    await click("[data-next-step] [data-action=open]")
    expect(state.opened).toEqual(["https://dashboard.prakerja.go.id/"])
  })

  it("never opens what is not https", async () => {
    const { now, overview } = overviewFixtures.walletOpen
    await show({ now, overview: { ...overview, links: { dashboard: "javascript:alert(1)" } } })
    expect(find("[data-next-step] [data-action=open]")).toBeNull()
  })

  it("does not show another step's far-off day as time for this one", async () => {
    await show(overviewFixtures.twoTrainings)
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["review"])
    expect(textOf("[data-next-step]")).not.toContain("lagi")
  })

  it("says so when there is nothing but to wait", async () => {
    await show(overviewFixtures.incentiveScheduled)
    expect(attributes("[data-next-step]", "data-next-step", "data-waiting")).toEqual(["incentive true"])
  })

  it("is none when all is done, or when nothing can be done", async () => {
    await show(overviewFixtures.allDone)
    expect(find("[data-next-step]")).toBeNull()
    expect(textOf(".next")).toContain("Semua langkah selesai")
    await clear()
    await show(overviewFixtures.missed)
    expect(find("[data-next-step]")).toBeNull()
    expect(textOf(".next")).not.toContain("selesai")
  })
})

describe("warnings", () => {
  it("stand in the order of their urgency, each with its last moment and its reasons", async () => {
    await show(overviewFixtures.walletOpen)
    expect(attributes("[data-warning]", "data-warning", "data-severity", "data-due")).toEqual([
      "first-purchase urgent 2024-07-15T23:59:00+07:00",
      "link-account soon 2024-12-03T23:59:00+07:00",
      "wallet-prerequisites info ",
    ])
    const reasons = textOf("[data-warning=first-purchase] details")
    expect(reasons).toContain("15 hari sejak pengumuman, Sen, 1 Jul 2024")
    expect(reasons).toContain("tanya jawab resmi")
    expect(textOf("[data-warning=link-account] details")).toContain("Sambungkan Rekening/E-wallet")
    expect(all("[data-warning=wallet-prerequisites] .prerequisites li")).toHaveLength(10)
  })

  it("say what being late has cost, and not to hurry", async () => {
    await show(overviewFixtures.missed)
    const warning = textOf("[data-warning=first-purchase][data-severity=late]")
    expect(warning).toContain("sudah lewat 2 hari")
    expect(warning).toContain("Kepesertaan dicabut")
    expect(warning).not.toContain("jangan tunggu")
  })

  it("name whom to ask", async () => {
    await show(overviewFixtures.incentiveFailed)
    expect(attributes("[data-warning=incentive-failed] .contacts a", "href")).toEqual([
      "https://www.prakerja.go.id/",
    ])
  })
})

describe("the checklist", () => {
  it("has a row for each step, the trainings' own inside their training", async () => {
    await show(overviewFixtures.twoTrainings)
    const own = all("[data-step]").filter((row) => !row.closest("[data-training]"))
    expect(own.map((row) => row.dataset.step)).toEqual([
      "accepted",
      "videos",
      "wallet",
      "incentive",
      "survey-1",
      "survey-2",
    ])
    expect(attributes("[data-training]", "data-training")).toEqual(["t1", "t2"])
    expect(attributes("[data-training=t2] [data-step]", "data-step", "data-state")).toEqual([
      "purchase done",
      "redeem done",
      "attend open",
      "post-test locked",
      "skills-demo locked",
      "certificate locked",
      "review locked",
    ])
  })

  it("shows a stranger's title as text, whatever is in it", async () => {
    await show(overviewFixtures.twoTrainings)
    expect(textOf("[data-training=t2]")).toContain("<b>Penjualan</b>")
    expect(find("[data-training] b")).toBeNull()
  })

  it("names the place for the first purchase, and of the next", async () => {
    await show(overviewFixtures.fresh)
    expect(textOf("[data-training] h3")).toBe("Pelatihan pertama")
    await clear()
    await show(overviewFixtures.incentiveScheduled)
    expect(all("[data-training] h3").map((heading) => heading.textContent)).toEqual([
      "Dasar Pembukuan untuk Usaha Mikro",
      "Pelatihan berikutnya",
    ])
  })

  it("shows on each row why it is believed", async () => {
    await show(overviewFixtures.twoTrainings)
    const row = textOf("[data-training=t1] [data-step=purchase] details")
    expect(row).toContain("Dashboard Prakerja (dashboard.prakerja.go.id)")
    expect(row).toContain("Kode Redeem")
    expect(row).toContain("Jum, 5 Jul 2024, 10.30 WIB")
  })

  it("lets every step that is not done be ticked or answered", async () => {
    for (const fixture of Object.values(overviewFixtures)) {
      await show(fixture)
      for (const row of all("[data-step]")) {
        const actions = [...row.querySelectorAll<HTMLElement>("[data-action]")].map(
          (each) => each.dataset.action,
        )
        const expected =
          row.dataset.state === "done"
            ? ["undo"]
            : row.dataset.state === "proposed"
              ? ["confirm", "reject"]
              : ["mark-done"]
        expect(actions, `${row.dataset.step} ${row.dataset.state}`).toEqual(expect.arrayContaining(expected))
      }
      await clear()
    }
  })
})

describe("around the journey", () => {
  it("asks for the missing access in the click itself", async () => {
    await show(overviewFixtures.fresh)
    await click("[data-action=grant-access]")
    expect(state.asked).toEqual([["https://dashboard.prakerja.go.id/*"]])
    expect(changes()).toEqual([{ type: "permissions-changed" }])
  })

  it("shows the money", async () => {
    await show(overviewFixtures.incentiveScheduled)
    const shown = Object.fromEntries(
      all(".money dl [data-money]").map((part) => [
        part.dataset.money,
        part.querySelector("dd")?.textContent,
      ]),
    )
    expect(shown).toEqual({ received: "Rp0", scheduled: "Rp600.000", "to-earn": "Rp100.000" })
    expect(textOf(".account")).toContain("0016")
    expect(textOf(".account")).toContain("DANA")
  })

  it.each([
    ["official", "resmi", false],
    ["unknown", "tidak mengenal", false],
    ["fake", "palsu", true],
    ["borrowed-name", "meminjam nama", true],
  ])("judges the current tab: %s", async (kind, words, beforeTheNextStep) => {
    state.tabUrl = "https://www.example.com/"
    const { now, overview } = overviewFixtures.walletOpen
    vi.setSystemTime(Date.parse(now))
    state.answer = (message) => ({
      ok: true,
      value: message.type === "judge-address" ? { kind, host: "www.example.com" } : overview,
    })
    await render(<Home />)
    expect(textOf(`[data-verdict="${kind}"]`)).toContain(words)
    expect(textOf(`[data-verdict="${kind}"]`)).toContain("www.example.com")
    expect(find(".verdict ~ .next") !== null).toBe(beforeTheNextStep)
  })

  it.each(["spelling", "digits", "ending", "script", "inside"])(
    "warning unofficial-site: with the real host beside a look-alike, and by what it looks like it: %s",
    async (by) => {
      state.tabUrl = "https://www.example.com/"
      const { now, overview } = overviewFixtures.walletOpen
      vi.setSystemTime(Date.parse(now))
      const like = { host: "real.example.com", by }
      const verdict = { kind: "look-alike", host: "www.example.com", like }
      state.answer = (message) => ({ ok: true, value: message.type === "judge-address" ? verdict : overview })
      await render(<Home />)
      expect(find("[data-verdict]")?.dataset).toMatchObject({
        warning: "unofficial-site",
        severity: "urgent",
      })
      expect(textOf(`[data-like="${by}"]`)).toMatch(/\w{3}.* real\.example\.com/)
    },
  )

  it("says nothing of a tab that it may not see", async () => {
    await show(overviewFixtures.walletOpen)
    expect(find("[data-verdict]")).toBeNull()
  })
})

describe("keeping current", () => {
  it("paints what was stored before anybody answers", async () => {
    const { now, overview } = overviewFixtures.walletOpen
    vi.setSystemTime(Date.parse(now))
    state.stored.overview = JSON.parse(JSON.stringify(overview))
    const silent = vi.spyOn(ownPage().browser.runtime, "sendMessage").mockReturnValue(new Promise(() => {}))
    await render(<Home />)
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["wallet"])
    expect(silent).toHaveBeenCalledWith({ type: "overview" })
  })

  it("shows nothing of a stored overview that it cannot trust, and takes the fresh one", async () => {
    const { now, overview } = overviewFixtures.walletOpen
    vi.setSystemTime(Date.parse(now))
    state.stored.overview = { ...overview, journey: { steps: "?" } }
    state.answer = () => ({ ok: true, value: overview })
    await render(<Home />)
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["wallet"])
  })

  it("follows what is stored, but not another area or another key", async () => {
    await show(overviewFixtures.walletOpen)
    const newValue = JSON.parse(JSON.stringify(overviewFixtures.twoTrainings.overview))
    const store = (key: string, area: string) =>
      act(async () => {
        for (const listener of state.listeners) listener({ [key]: { newValue } }, area)
      })
    await store("overview", "sync")
    await store("other", "local")
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["wallet"])
    await store("overview", "local")
    expect(attributes("[data-next-step]", "data-next-step")).toEqual(["review"])
  })

  it("counts the time down by the minute", async () => {
    await show(overviewFixtures.walletOpen)
    await act(async () => vi.advanceTimersByTimeAsync(2 * 60 * 60 * 1000))
    expect(textOf("[data-next-step]")).toContain("2 hari 3 jam lagi")
  })

  it("asks again once the clock has changed something", async () => {
    await show(overviewFixtures.walletOpen)
    const asked = () => state.sent.filter(({ type }) => type === "overview").length
    expect(asked()).toBe(1)
    const midnight = Date.parse("2024-07-14T00:00:00+07:00") - Date.parse(overviewFixtures.walletOpen.now)
    await act(async () => vi.advanceTimersByTimeAsync(midnight + 60_000))
    expect(asked()).toBe(2)
  })
})
