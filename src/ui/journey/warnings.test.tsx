// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { described, said, seen, wib } from "../../../tests/fixtures/facts"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { all, attributes, clear, click, find, textOf } from "../../../tests/fixtures/render"
import { bought, done } from "../../../tests/fixtures/trainings"
import type { Fact } from "../../journey/facts"
import { foldJourney } from "../../journey/fold"
import { programmes } from "../../programmes/registry"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

beforeEach(openPopup)
afterEach(closePopup)

/** The popup as it is at that moment ("2024-03-01T09:00" in WIB) by these facts. */
const showAt = async (now: string, facts: Fact[]) => {
  const [programme] = programmes
  if (!programme) throw new Error("no programme")
  const { overview } = overviewFixtures.twoTrainings
  await clear()
  await show({ now: wib(now), overview: { ...overview, journey: foldJourney(facts, programme, wib(now)) } })
}
const MEETINGS = ["2024-03-10T09:00", "2024-03-12T09:00", "2024-03-14T09:00", "2024-03-16T09:00"]
const webinar = bought("2024-03-01", "webinar", { meetings: MEETINGS })

describe("a warning's words", () => {
  it("warning redeem-window: are of being there, once the code was used", async () => {
    await showAt("2024-03-09", webinar)
    expect(textOf("[data-warning=redeem-window]")).toContain("tukarkan kode")
    await showAt("2024-03-11T20:00", [...webinar, done("2024-03-10", "redeem")])
    expect(textOf("[data-warning=redeem-window]")).toContain("verifikasi wajahmu sendiri")
    expect(textOf("[data-warning=redeem-window]")).not.toContain("tukarkan kode")
    expect(textOf("[data-warning=redeem-window] details")).toContain("Sel, 12 Mar 2024, 09.00 WIB")
  })

  it("warning certificate-late: name whom to ask now", async () => {
    const finished = [...bought("2024-06-19", "webinar"), done("2024-07-01", "skills-demo")]
    await showAt("2024-07-12", finished)
    expect(textOf("[data-warning=certificate-late]")).toContain("tanyakan ke Lembaga Contoh")
    expect(textOf("[data-warning=certificate-late]")).not.toContain("Formulir Pengaduan")
    await showAt("2024-07-20", finished)
    expect(textOf("[data-warning=certificate-late]")).toContain("isi Formulir Pengaduan")
    const nameless = [...finished, described("2024-07-02", "t", { provider: "Lain" })]
    await showAt("2024-07-12", nameless)
    expect(textOf("[data-warning=certificate-late]")).toContain("Lain")
  })

  it("warning survey-open: promise a survey only when the page shows it", async () => {
    const received = said("2024-03-01", "incentive", { on: "2024-03-01" })
    const accepted = said("2024-01-10", "accepted", { on: "2024-01-10" })
    await showAt("2024-04-02", [accepted, received])
    expect(textOf("[data-warning=survey-open] h3")).toContain("Lihat apakah survei sudah terbuka")
    await showAt("2024-04-02", [accepted, received, seen("2024-04-01", "survey-open", { values: { n: 1 } })])
    expect(textOf("[data-warning=survey-open] h3")).toContain("Survei sudah terbuka")
  })

  it("warning wallet-prerequisites: say that linking has failed, and lead to the wallet's page", async () => {
    const open = [said("2024-02-28", "accepted", { on: "2024-02-28" }), said("2024-02-28", "videos")]
    await showAt("2024-03-01", [
      ...open,
      seen("2024-03-01", "wallet-refused", { words: "Verifikasi NIK Gagal" }),
    ])
    expect(textOf("[data-warning=wallet-prerequisites] h3")).toContain("Penyambungan gagal")
    expect(textOf("[data-warning=wallet-prerequisites] details")).not.toBe("")
    await click("[data-warning=wallet-prerequisites] [data-action=open-wallet]")
    expect(ownPage().state.opened).toEqual(["chrome-extension://jejak/tabs/wallet.html"])
  })

  it("warning wallet-prerequisites: leave out what the person has already found to be so", async () => {
    const open = [said("2024-02-28", "accepted", { on: "2024-02-28" }), said("2024-02-28", "videos")]
    const listed = () => all("[data-warning=wallet-prerequisites] .prerequisites li").length
    await showAt("2024-03-01", open)
    const before = listed()
    const about = { participant: "p1", at: wib("2024-02-29"), by: "person", kind: "check" } as const
    await showAt("2024-03-01", [...open, { ...about, id: "checked", prerequisite: "same-nik", met: true }])
    expect(listed()).toBe(before - 1)
    await showAt("2024-03-01", [...open, { ...about, id: "checked", prerequisite: "same-nik", met: false }])
    expect(listed()).toBe(before)
  })

  it("warning incentive-failed: list the causes, the likeliest first", async () => {
    await show(overviewFixtures.incentiveFailed)
    expect(attributes("[data-warning=incentive-failed] ol [data-cause]", "data-cause")).toEqual([
      "same-number",
      "same-nik",
      "upgraded",
      "active-own-name",
      "room",
    ])
    expect(textOf("[data-next-step=incentive][data-waiting=false]")).toContain("Insentif gagal dikirim")
  })

  it("warning incentive-failed: leave what to do to the next step, which says the same", async () => {
    await show(overviewFixtures.incentiveFailed)
    const instruction = textOf("[data-next-step=incentive] .next-text")
    expect(instruction).toContain("Rp600.000")
    expect(textOf("[data-warning=incentive-failed]")).not.toContain(instruction)
    expect(textOf("main").split(instruction)).toHaveLength(2)
  })
})

describe("a warning of what is next", () => {
  it("warning review-missing: names the training, and leaves what to do to the next step, which says the same", async () => {
    await show(overviewFixtures.twoTrainings)
    const instruction = textOf("[data-next-step=review] .next-text")
    expect(instruction).toContain("pilih Beri Ulasan")
    const warning = textOf("[data-warning=review-missing]")
    expect(warning).toContain(textOf(".next-training"))
    expect(warning).not.toContain("pilih Beri Ulasan")
  })

  it("warning review-missing: says what to do where something else is next", async () => {
    const { now, overview } = overviewFixtures.twoTrainings
    const { journey } = overview
    if (!journey?.next) throw new Error("nothing is next")
    const next = { ...journey.next, training: "t2" }
    await show({ now, overview: { ...overview, journey: { ...journey, next } } })
    expect(textOf("[data-warning=review-missing]")).toContain("pilih Beri Ulasan")
  })
})

describe("a step's row", () => {
  it("shows two meetings at once and the others on demand, and when the next begins", async () => {
    await showAt("2024-03-01", [...webinar, done("2024-03-01", "redeem")])
    const row = "[data-step=attend]"
    expect(all(`${row} [data-deadline=attend-webinar]`)).toHaveLength(3)
    expect(all(`${row} .more [data-deadline=attend-webinar]`)).toHaveLength(1)
    expect(textOf(`${row} summary`)).toContain("Mulai Sel, 12 Mar 2024, 08.00 WIB")
  })

  it("tells how often a face may be scanned, by the training's mode", async () => {
    const advice = () => attributes("[data-step=attend] [data-advice]", "data-advice")
    await showAt("2024-03-01", webinar)
    expect(advice()).toEqual(["face-scans-webinar"])
    await showAt("2024-03-01", bought("2024-03-01", "self-paced"))
    expect(advice()).toEqual(["face-scans-self-paced"])
    await showAt("2024-03-01", bought("2024-03-01", "offline"))
    expect(advice()).toEqual([])
    expect(attributes("[data-step=purchase] [data-advice]", "data-advice")).toEqual([])
  })

  it("tells of wrong codes where codes are asked for", async () => {
    await show(overviewFixtures.walletOpen)
    expect(attributes("[data-step=wallet] [data-advice]", "data-advice")).toEqual([
      "wrong-otp",
      "wallet-upgrade-days",
    ])
    expect(attributes("[data-step=purchase] [data-advice]", "data-advice")).toEqual(["wrong-otp"])
  })

  it("asks for what is missing to count a deadline", async () => {
    const missing = () => textOf("[data-step=redeem] .missing")
    await showAt("2024-03-01", bought("2024-03-01", "webinar"))
    expect(missing()).toContain("jam pertemuan")
    await showAt("2024-03-01", webinar)
    expect(missing()).toBe("")
    await showAt("2024-03-01", [
      said("2024-03-01", "accepted", { on: "2024-03-01" }),
      said("2024-03-01", "purchase", { training: "t", on: "2024-03-01" }),
    ])
    expect(missing()).toContain("cara belajarnya")
  })
})

describe("the meetings of a training", () => {
  const press = (selector: string) => click(`[data-training=t] ${selector}`)
  const rows = () => all("[name=meetingOn]") as HTMLInputElement[]
  const fill = (index: number, on: string, time: string) =>
    act(async () => {
      const input = rows()[index]
      const clock = all("[name=meetingTime]")[index] as HTMLInputElement | undefined
      if (!input || !clock) throw new Error("no such row")
      input.value = on
      clock.value = time
    })
  const saved = () => changes().map((message) => "particulars" in message && message.particulars)

  it("are added, sorted and sent with the beginning and the end that follow from them", async () => {
    await showAt("2024-03-01", bought("2024-03-01", "webinar", { startsAt: "2024-03-10T09:00" }))
    await press("[data-action=edit-training]")
    await press("[data-action=add-meeting]")
    expect(rows().map(({ value }) => value)).toEqual(["2024-03-10", ""])
    expect(document.activeElement).toBe(rows()[1])
    expect(find("[name=startsOn]")).toBeNull()
    await fill(1, "2024-03-08", "19:30")
    await press("[data-action=save-training]")
    expect(saved()).toEqual([
      expect.objectContaining({
        meetings: ["2024-03-08T19:30", "2024-03-10T09:00"],
        startsAt: "2024-03-08T19:30",
        endsAt: "2024-03-10",
      }),
    ])
  })

  it("are taken away again, the last of them too", async () => {
    await showAt("2024-03-01", webinar)
    await press("[data-action=edit-training]")
    expect(rows().map(({ value }) => value)).toEqual(MEETINGS.map((meeting) => meeting.slice(0, 10)))
    for (const _ of MEETINGS) await press("[data-action=remove-meeting]")
    expect((document.activeElement as HTMLElement).dataset.action).toBe("add-meeting")
    await press("[data-action=save-training]")
    expect(saved()).toEqual([expect.objectContaining({ meetings: [] })])
  })
})
