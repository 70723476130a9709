import type { StepId, StepState, WarningId } from "../../src/programmes/steps"
import type { Popup } from "../browser/popup"
import { type PopupState, stateOf } from "../browser/popup-state"
import type { PracticePage } from "../browser/practice-page"

/*
 * The whole way, from the login screen to the second survey's money, as one person would click it: on the
 * practice dashboard, and in the popup where Jejak asks or the dashboard has no words for what was done.
 */

export interface Stop {
  name: string
  /** What happens, for people who read along. */
  tells: string
  act(site: PracticePage, popup: Popup): Promise<void>
  expect: Expected
}

interface Expected {
  /** Absent when nothing is left to do. */
  next: StepId | undefined
  /** Changes against the stop before; every other step must be as it was. */
  states?: Partial<Record<StepId, StepState>>
  /** Warnings that must be shown. */
  warnings?: WarningId[]
  /** Warnings that must not be shown. */
  silent?: WarningId[]
  /** Rupiah that the money section must name. */
  money?: string
}

/** After the welcome page, whose form says that the person was accepted. */
const UNTOUCHED: Record<StepId, StepState> = {
  accepted: "done",
  videos: "open",
  wallet: "locked",
  purchase: "locked",
  redeem: "locked",
  attend: "locked",
  "post-test": "locked",
  "skills-demo": "locked",
  certificate: "locked",
  review: "locked",
  incentive: "locked",
  "survey-1": "locked",
  "survey-2": "locked",
}

export const WALK: readonly Stop[] = [
  {
    name: "login",
    tells: "The login screen: Jejak stays silent.",
    act: (site) => site.open("/masuk"),
    expect: { next: "videos", warnings: ["first-purchase"] },
  },
  {
    name: "selection",
    tells: "The dashboard still speaks of the selection: what the person said stands, and Jejak asks.",
    async act(site, popup) {
      await site.click("Masuk")
      await popup.waitFor("the contradiction is asked", ({ steps }) =>
        steps.some(({ id, actions }) => id === "accepted" && actions.includes("reject")),
      )
      await popup.act("reject", "accepted")
    },
    expect: { next: "videos" },
  },
  {
    name: "accepted",
    tells: "Accepted: three videos are to be watched.",
    act: (site) => site.wait(),
    expect: { next: "videos" },
  },
  {
    name: "videos",
    tells: "Three videos watched and ticked by hand; the account is not linked.",
    async act(site, popup) {
      for (const _ of [1, 2, 3]) await site.click("Tonton video (simulasi)")
      await popup.act("mark-done", "videos")
    },
    expect: {
      next: "wallet",
      states: { videos: "done", wallet: "open" },
      warnings: ["wallet-prerequisites", "link-account"],
    },
  },
  {
    name: "linking",
    tells: "A dialog asks for the number and the code: silent.",
    async act(site) {
      await site.click("Sambungkan Sekarang")
      await site.click("Sambungkan Rekening/E-wallet")
      await site.click("DANA")
      await site.type("phone", "0800000000")
      await site.type("otp", "000000")
    },
    expect: { next: "wallet", warnings: ["wallet-prerequisites"] },
  },
  {
    name: "linked",
    tells: "The e-wallet is linked, the card number and the balance show.",
    async act(site) {
      await site.click("Ya, Sambungkan")
      await site.click("Beranda")
    },
    expect: {
      next: "purchase",
      states: { wallet: "done", purchase: "open" },
      warnings: ["first-purchase"],
      silent: ["wallet-prerequisites", "link-account"],
    },
  },
  {
    name: "browsing",
    tells: "Catalogue, help and an article are full of the words of progress: nothing changes.",
    async act(site) {
      for (const page of ["Artikel", "Bantuan", "Cari Pelatihan"]) await site.click(page)
    },
    expect: { next: "purchase", warnings: ["first-purchase"], silent: ["review-missing"] },
  },
  {
    name: "bought",
    tells: "The first training is bought.",
    async act(site) {
      await site.click("Beli di platform (simulasi)")
      await site.click("Bayar dengan kartu (simulasi)")
      await site.type("otp", "000000")
      await site.click("Bayar (simulasi)")
      await site.click("Kembali ke dasbor")
    },
    expect: {
      next: "redeem",
      states: { purchase: "done", redeem: "open" },
      silent: ["first-purchase"],
    },
  },
  {
    name: "redeemed",
    tells: "The code is redeemed after the face scan.",
    async act(site) {
      await site.click("Buka lembaga (simulasi)")
      await site.click("Pakai kode (simulasi)")
      await site.click("Ini wajahku (simulasi)")
      await site.click("Kembali ke dasbor")
    },
    expect: { next: "attend", states: { redeem: "done", attend: "open" }, silent: ["redeem-window"] },
  },
  {
    name: "studied",
    tells: "Meetings, tests and the skills demonstration; the person ticks the meetings.",
    async act(site, popup) {
      await site.click("Mulai Belajar")
      for (const _ of [1, 2, 3, 4, 5, 6]) await site.click("Kerjakan (simulasi)")
      await popup.act("mark-done", "attend")
    },
    expect: { next: "post-test", states: { attend: "done", "post-test": "open" } },
  },
  {
    name: "certificate",
    tells: "The certificate is there; the review is not given. Jejak asks, the person says yes.",
    async act(site, popup) {
      await site.wait()
      await popup.waitFor(
        "the certificate is proposed",
        (shown) => stateOf(shown, "certificate") === "proposed",
      )
      await popup.act("confirm", "certificate")
    },
    expect: {
      next: "review",
      states: { "post-test": "done", "skills-demo": "done", certificate: "done", review: "open" },
      warnings: ["review-missing"],
    },
  },
  {
    name: "reviewing",
    tells: "The review has been begun, not sent.",
    async act(site) {
      await site.click("Beri Ulasan")
      await site.click("Mulai Beri Ulasan")
      await site.click("Lanjut")
    },
    expect: { next: "review", warnings: ["review-missing"] },
  },
  {
    name: "reviewed",
    tells: "The review is sent; the incentive waits. The person says yes.",
    async act(site, popup) {
      await site.click("Kirim")
      await site.click("Insentif")
      await popup.waitFor("the review is proposed", (shown) => stateOf(shown, "review") === "proposed")
      await popup.act("confirm", "review")
    },
    expect: {
      next: "incentive",
      states: { review: "done", incentive: "open" },
      warnings: ["next-purchase"],
      silent: ["review-missing"],
    },
  },
  {
    name: "scheduled",
    tells: "The incentive has a date.",
    act: (site) => site.wait(),
    expect: { next: "incentive", money: "600.000" },
  },
  {
    name: "received",
    tells: "The incentive is there. The person says yes.",
    async act(site, popup) {
      await site.wait()
      await popup.waitFor("the incentive is proposed", (shown) => stateOf(shown, "incentive") === "proposed")
      await popup.act("confirm", "incentive")
    },
    expect: { next: "survey-1", states: { incentive: "done" } },
  },
  {
    name: "survey-1-announced",
    tells: "The first survey is announced.",
    act: (site) => site.wait(),
    expect: { next: "survey-1" },
  },
  {
    name: "survey-1-open",
    tells: "The first survey is open.",
    act: (site) => site.wait(),
    expect: { next: "survey-1", states: { "survey-1": "open" }, warnings: ["survey-open"] },
  },
  {
    name: "survey-1-filled",
    tells: "The first survey is filled in; its money waits. The person says yes.",
    async act(site, popup) {
      await site.click("Isi Survei 1")
      await site.click("Kirim survei (simulasi)")
      await popup.waitFor("survey 1 is proposed", (shown) => stateOf(shown, "survey-1") === "proposed")
      await popup.act("confirm", "survey-1")
    },
    expect: { next: "survey-2", states: { "survey-1": "done" }, silent: ["survey-open"] },
  },
  {
    name: "survey-1-received",
    tells: "The first survey's money is there.",
    async act(site) {
      for (const _ of [1, 2]) await site.wait()
    },
    expect: { next: "survey-2", money: "650.000" },
  },
  {
    name: "survey-2-announced",
    tells: "The second survey is announced.",
    act: (site) => site.wait(),
    expect: { next: "survey-2" },
  },
  {
    name: "survey-2-open",
    tells: "The second survey is open.",
    act: (site) => site.wait(),
    expect: { next: "survey-2", states: { "survey-2": "open" }, warnings: ["survey-open"] },
  },
  {
    name: "survey-2-filled",
    tells: "The second survey is filled in. The person says yes.",
    async act(site, popup) {
      await site.click("Isi Survei 2")
      await site.click("Kirim survei (simulasi)")
      await popup.waitFor("survey 2 is proposed", (shown) => stateOf(shown, "survey-2") === "proposed")
      await popup.act("confirm", "survey-2")
    },
    expect: { next: undefined, states: { "survey-2": "done" }, silent: ["survey-open"] },
  },
  {
    name: "end",
    tells: "All the money is there; what is left of the balance may still be spent.",
    async act(site) {
      for (const _ of [1, 2]) await site.wait()
    },
    expect: { next: undefined, warnings: ["next-purchase"], money: "700.000" },
  },
]

/** Steps that are not as they should be at the stop `index`, each as "step: is, not wanted". */
function differences(popup: PopupState, index: number): string[] {
  const wanted = { ...UNTOUCHED }
  for (const stop of WALK.slice(0, index + 1)) Object.assign(wanted, stop.expect.states)
  const { next, warnings = [], silent = [], money } = WALK[index]?.expect ?? {}
  const shown = popup.warnings.map(({ id }) => id)
  const found = Object.entries(wanted).flatMap(([step, state]) => {
    const is = stateOf(popup, step)
    return is === state ? [] : [`${step}: ${is}, not ${state}`]
  })
  if (popup.next !== next) found.push(`next step: ${popup.next}, not ${next}`)
  for (const id of warnings) if (!shown.includes(id)) found.push(`no warning ${id}`)
  for (const id of silent) if (shown.includes(id)) found.push(`a warning ${id}`)
  if (money && !popup.money.some((line) => line.includes(money))) found.push(`no money ${money}`)
  return found
}

/**
 * Walks the whole way and waits at each stop until the popup says what it should; `arrived` is told of each.
 * Throws at the first stop where it does not.
 */
export async function walk(
  site: PracticePage,
  popup: Popup,
  arrived: (stop: Stop, shown: PopupState, index: number) => Promise<void> = async () => {},
): Promise<void> {
  for (const [index, stop] of WALK.entries()) {
    await stop.act(site, popup)
    let wrong: string[] = []
    const shown = await popup
      .waitFor(`the popup is right at "${stop.name}"`, (state) => {
        wrong = differences(state, index)
        return wrong.length === 0
      })
      .catch((cause) => {
        throw new Error(`${wrong.join("; ")}\n${cause instanceof Error ? cause.message : cause}`, { cause })
      })
    await arrived(stop, shown, index)
  }
}
