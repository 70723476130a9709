import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import type { Popup } from "../browser/popup"
import { type PopupState, stateOf } from "../browser/popup-state"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { addTraining, doneOn, give } from "../browser/training-form"
import { unfold } from "../browser/unfold"

/** The civil date so many days from today on the programme's clock. */
function day(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" }).format(Date.now() + days * 86_400_000)
}

const warning = ({ warnings }: PopupState, id: string, words = "") =>
  warnings.find((each) => each.id === id && each.words.includes(words))
/** What a warning offers: addresses of whom to ask, causes in their order, and its buttons. */
const offered = async ({ page }: Popup, id: string) => {
  await unfold(page)
  return page.$eval(`[data-warning="${id}"]`, (element) => ({
    contacts: [...element.querySelectorAll<HTMLAnchorElement>(".contacts a")].map(({ href }) => href),
    causes: [...element.querySelectorAll<HTMLElement>("[data-cause]")].map(({ dataset }) => dataset.cause),
    actions: [...element.querySelectorAll<HTMLElement>("[data-action]")].map(({ dataset }) => dataset.action),
    moments: [...element.querySelectorAll("time")].map(({ dateTime }) => dateTime),
  }))
}
const COMPLAINT = "https://www.prakerja.go.id/"

describe.each(BROWSERS)("warnings in %s", (name) => {
  let session: Session
  let popup: Popup
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    popup = await session.popup()
  })

  /** Moves the announcement, which the form rightly takes only for this year's waves, by a whole year. */
  const announce = (on: string) =>
    popup.page.evaluate(async (announcedOn) => {
      const { value } = await chrome.runtime.sendMessage({ type: "overview" })
      const { id: participant, displayName, wave } = value.participant
      await chrome.runtime.sendMessage({
        type: "change-participant",
        participant,
        displayName,
        wave,
        announcedOn,
      })
    }, on)

  test("warning redeem-window: meetings entered by hand open their windows, by mode, and then those of the further meetings", async () => {
    await popup.waitFor("the steps", ({ steps }) => steps.length > 0)
    await addTraining(popup, {
      title: "Webinar Contoh",
      mode: "webinar",
      boughtOn: day(-2),
      meetings: [`${day(1)}T19:30`, `${day(-1)}T09:00`, `${day(5)}T19:30`],
    })
    await doneOn(popup, "Webinar Contoh", "purchase", day(-2))
    await addTraining(popup, { title: "Luring Contoh", mode: "offline", meetings: [`${day(2)}T09:00`] })
    await doneOn(popup, "Luring Contoh", "purchase", day(-1))
    await addTraining(popup, { title: "Mandiri Contoh", mode: "self-paced", boughtOn: day(-9) })
    await doneOn(popup, "Mandiri Contoh", "purchase", day(-9))

    const shown = await popup.waitFor(
      "all three",
      ({ warnings }) => warnings.filter(({ id }) => id === "redeem-window").length === 3,
    )
    expect(warning(shown, "redeem-window", "Webinar Contoh")).toMatchObject({
      severity: "late",
      due: `${day(-1)}T10:00:00+07:00`,
    })
    expect(warning(shown, "redeem-window", "Luring Contoh")).toMatchObject({
      severity: "urgent",
      due: `${day(2)}T11:00:00+07:00`,
    })
    expect(warning(shown, "redeem-window", "Mandiri Contoh")).toMatchObject({
      severity: "soon",
      due: `${day(5)}T23:59:00+07:00`,
    })

    await doneOn(popup, "Webinar Contoh", "redeem", day(-1))
    const later = await popup.waitFor(
      "the second meeting's window",
      (state) => warning(state, "redeem-window", "Webinar Contoh")?.due === `${day(1)}T20:30:00+07:00`,
    )
    expect(warning(later, "redeem-window", "Webinar Contoh")?.severity).toBe("urgent")
    const opens = await popup.page.$$eval('[data-step="attend"] summary time', (times) =>
      times.map((time) => time.dateTime),
    )
    expect(opens).toContain(`${day(1)}T18:30:00+07:00`)
    // Face scans a day, and the meeting after the next.
    await unfold(popup.page)
    const details = await popup.page.$eval(
      "[data-step=attend]:has([data-deadline=attend-webinar])",
      (row) => [
        row.querySelectorAll("[data-advice]").length,
        row.querySelectorAll("[data-deadline=attend-webinar]").length,
      ],
    )
    expect(details).toEqual([1, 2])
  })

  test("warning certificate-late: dated by hand, first the institution is to be asked, then the management", async () => {
    await popup.waitFor("the steps", ({ steps }) => steps.length > 0)
    for (const [title, since] of [
      ["Baru Selesai", 16],
      ["Lama Selesai", 40],
    ] as const) {
      await addTraining(popup, { title, mode: "webinar", provider: `Lembaga ${title}`, boughtOn: day(-60) })
      await doneOn(popup, title, "skills-demo", day(-since))
    }
    const shown = await popup.waitFor(
      "both",
      ({ warnings }) => warnings.filter(({ id }) => id === "certificate-late").length === 2,
    )
    const [recent, long] = ["Baru", "Lama"].map((title) =>
      warning(shown, "certificate-late", `${title} Selesai`),
    )
    expect(recent?.words).toContain("Lembaga Baru Selesai")
    expect(long?.words).toContain("Lembaga Lama Selesai")
    expect(recent?.words).not.toContain("www.prakerja.go.id")
    expect(long?.words).toContain("www.prakerja.go.id")
  })

  test("warning incentive-failed: with its causes in order, the wallet's page and the complaint form", async () => {
    const site = await session.dashboard()
    await site.open("/", { stop: "payment-failed" })
    const shown = await popup.waitFor(
      "the failure",
      (state) => warning(state, "incentive-failed") !== undefined,
    )
    expect(warning(shown, "incentive-failed")?.severity).toBe("urgent")
    expect(await offered(popup, "incentive-failed")).toMatchObject({
      causes: ["same-number", "same-nik", "upgraded", "active-own-name", "room"],
      actions: ["open-wallet", "open"],
      contacts: [COMPLAINT],
    })
    await popup.page.bringToFront()
    await popup.page.click("[data-warning=incentive-failed] [data-action=open-wallet]")
    const wallet = await session.browser.openedByExtension("tabs/wallet.html")
    await wallet.waitForSelector("[data-prerequisite=same-number]")
  })

  test("warning account-flagged: with what the official answers say, and whom to ask", async () => {
    const site = await session.dashboard()
    await site.open("/", { stop: "flagged" })
    const shown = await popup.waitFor("the flag", (state) => warning(state, "account-flagged") !== undefined)
    expect(warning(shown, "account-flagged")).toMatchObject({
      severity: "urgent",
      words: expect.stringContaining("software"),
    })
    expect(await offered(popup, "account-flagged")).toMatchObject({
      actions: ["open"],
      contacts: [COMPLAINT],
    })
  })

  test("warning survey-open: not before the 30th day, then until the last one, after which it is missing", async () => {
    await popup.waitFor("the steps", ({ steps }) => steps.length > 0)
    const nextYear = Number(day(0).slice(0, 4)) + 1
    await announce(`${nextYear}-01-02`)
    const received = async (on: string) => {
      await popup.page.bringToFront()
      const undo = await popup.page.$('[data-step="incentive"] > [data-action=undo]')
      if (undo) await popup.act("undo", "incentive")
      await popup.waitFor("not received", (state) => stateOf(state, "incentive") !== "done")
      await popup.act("mark-done", "incentive")
      const form = '[data-step="incentive"] > form'
      await popup.page.waitForSelector(`${form} [name=on]`, { visible: true })
      await give(popup.page, `${form} [name=on]`, on)
      await popup.page.click(`${form} [data-action=date-step]`)
      await popup.page.waitForSelector(form, { hidden: true })
    }
    await received(day(-28))
    const early = await popup.waitFor("the money", (state) => stateOf(state, "incentive") === "done")
    expect(stateOf(early, "survey-1")).toBe("locked")
    expect(warning(early, "survey-open")).toBeUndefined()

    await received(day(-29))
    const open = await popup.waitFor("the survey", (state) => warning(state, "survey-open") !== undefined)
    expect(warning(open, "survey-open")).toMatchObject({
      severity: "soon",
      due: `${nextYear}-12-10T23:59:00+07:00`,
    })

    await announce(`${nextYear - 2}-02-01`)
    const missing = await popup.waitFor(
      "the year's end",
      (state) => warning(state, "survey-missing") !== undefined,
    )
    expect(warning(missing, "survey-missing")).toMatchObject({
      severity: "late",
      due: `${nextYear - 2}-12-10T23:59:00+07:00`,
    })
    expect(warning(missing, "survey-open")).toBeUndefined()
  })
})
