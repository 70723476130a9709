import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import {
  clearNotifications,
  notificationsShown,
  type StoredReminder,
  sleepThrough,
  storedReminders,
} from "../browser/reminders"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until, untilTrue } from "../browser/until"

const MINUTE = 60_000

describe.each(BROWSERS)("reminders in %s", (name) => {
  let session: Session
  let page: Page
  let settings: Page
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    page = (await session.popup()).page
    settings = await session.browser.extensionPage("options.html")
    // Whether the tests run by day or by night must not matter.
    await choose("quiet", () => document.querySelector<HTMLInputElement>("[name=quiet]")?.checked === false)
  })

  /** Clicks a switch of the settings page, and waits until the page shows what was wanted and it is stored. */
  const choose = async (control: string, isChosen: () => boolean) => {
    const before = await preferences()
    await settings.bringToFront()
    const field = await settings.waitForSelector(`input[name="${control}"]`)
    await field?.click()
    await untilTrue(settings, `${control} was chosen`, isChosen)
    await until(`${control} was stored`, async () => (await preferences()) !== before || undefined)
  }
  const preferences = async () => {
    const { value } = await send({ type: "overview" })
    return JSON.stringify((value as { preferences: object }).preferences)
  }
  const send = (message: unknown) =>
    page.evaluate(
      (sent) => chrome.runtime.sendMessage(sent) as Promise<{ ok: boolean; value: never }>,
      message,
    )
  /** Ends the background and has it start again; resolves when it has looked at everything. */
  const wake = async () => {
    await session.browser.killBackground()
    expect(await send({ type: "overview" })).toMatchObject({ ok: true })
  }
  const participant = async () => {
    const { value } = await send({ type: "overview" })
    return (value as { participant: { id: string } }).participant.id
  }
  /** Tells by hand of a training that was bought today. */
  const buy = async (training: string, particulars: object) => {
    const about = { participant: await participant(), training }
    const described = { title: `Pelatihan ${training}`, boughtOn: inDays(0), ...particulars }
    for (const message of [
      { type: "describe-training", ...about, particulars: described },
      { type: "say-step", ...about, step: "purchase", state: "done" },
    ])
      expect(await send(message)).toMatchObject({ ok: true })
  }
  const planned = async (warning: string): Promise<StoredReminder> =>
    until(`${warning} is planned`, async () =>
      (await storedReminders(page)).find(
        ({ id, state }) => state === "planned" && id.includes(`|${warning}|`),
      ),
    )
  const record = async ({ id }: StoredReminder) =>
    (await storedReminders(page)).find((reminder) => reminder.id === id)
  const reminderPage = ({ id }: StoredReminder) =>
    session.browser.extensionPage(`tabs/reminder.html?id=${encodeURIComponent(id)}`)

  test("one that was slept through comes once, and never again", async () => {
    const reminder = await planned("first-purchase")
    await sleepThrough(page, [reminder.id])
    await wake()
    expect(await notificationsShown(page)).toEqual([reminder.id])
    expect(await record(reminder)).toMatchObject({ state: "shown" })

    await clearNotifications(page)
    await wake()
    expect(await notificationsShown(page)).toEqual([])
  })

  test("three at once come as one summary", async () => {
    const due: StoredReminder[] = []
    for (const training of ["roti", "gitar", "mesin"]) {
      await buy(training, { skillsDemoBy: inDays(12) })
      due.push(await planned(`skills-demo|skills-demo|${training}`))
    }
    await sleepThrough(
      page,
      due.map(({ id }) => id),
    )
    await wake()
    const shown = await notificationsShown(page)
    expect(shown).toHaveLength(1)
    expect(shown[0]).toMatch(/^summary\|/)
    for (const reminder of due) expect(await record(reminder)).toMatchObject({ state: "shown" })

    await clearNotifications(page)
    await wake()
    expect(await notificationsShown(page)).toEqual([])
  })

  test("none comes while they are switched off, nor when they are switched on again", async () => {
    await choose("reminders", () => !document.querySelector<HTMLInputElement>("[name=reminders]")?.checked)
    const reminder = await planned("first-purchase")
    await sleepThrough(page, [reminder.id])
    await wake()
    expect(await notificationsShown(page)).toEqual([])
    expect(await record(reminder)).toMatchObject({ state: "skipped" })

    await choose(
      "reminders",
      () => document.querySelector<HTMLInputElement>("[name=reminders]")?.checked === true,
    )
    await wake()
    expect(await notificationsShown(page)).toEqual([])
  })

  test("quiet hours keep one back until they are over", async () => {
    const reminder = await planned("first-purchase")
    const clock = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toTimeString().slice(0, 5)
    await choose("quiet", () => document.querySelector("[name=quietTo]") !== null)
    await setClock("quietTo", clock(120))
    await setClock("quietFrom", clock(-120))
    await sleepThrough(page, [reminder.id])
    await wake()
    expect(await notificationsShown(page)).toEqual([])
    expect(await record(reminder)).toMatchObject({ state: "planned" })

    await choose("quiet", () => document.querySelector("[name=quietTo]") === null)
    await wake()
    expect(await notificationsShown(page)).toEqual([reminder.id])
  })

  test("one is put off on its page and comes again", async () => {
    const reminder = await planned("first-purchase")
    await sleepThrough(page, [reminder.id])
    await wake()
    const asked = await reminderPage(reminder)
    const later = await asked.waitForSelector("[data-action=snooze][data-until=hour]", { visible: true })
    await asked.bringToFront()
    await later?.click()
    const moved = await until("it was put off", async () => {
      const stored = await record(reminder)
      return stored?.state === "planned" ? stored : undefined
    })
    const minutes = (Date.parse(moved.at) - Date.now()) / MINUTE
    expect(minutes).toBeGreaterThan(58)
    expect(minutes).toBeLessThan(61)
    await until(
      "its notification is gone",
      async () => (await notificationsShown(page)).length === 0 || undefined,
    )

    await wake()
    expect(await notificationsShown(page)).toEqual([])
    await sleepThrough(page, [reminder.id])
    await wake()
    expect(await notificationsShown(page)).toEqual([reminder.id])
  })

  test("what it is about is ticked on its page, which then lets it rest", async () => {
    const reminder = await planned("first-purchase")
    const asked = await reminderPage(reminder)
    await asked.bringToFront()
    const tick = await asked.waitForSelector("[data-action=mark-done]", { visible: true })
    await tick?.click()
    await untilTrue(asked, "it rests", () => document.querySelector("[data-standing=false]") !== null)
    expect(await record(reminder)).toBeUndefined()
  })

  test("the number on the icon goes away when it is not wanted", async () => {
    const badge = () => page.evaluate(() => chrome.action.getBadgeText({}) as Promise<string>)
    await buy("roti", { skillsDemoBy: inDays(1) })
    await until("a number", async () => ((await badge()) === "" ? undefined : true))
    await choose("badge", () => !document.querySelector<HTMLInputElement>("[name=badge]")?.checked)
    await until("no number", async () => (await badge()) === "" || undefined)
  })

  const setClock = async (control: string, value: string) => {
    await settings.$eval(
      `input[name="${control}"]`,
      (field, text) => {
        const input = field as HTMLInputElement
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text)
        input.dispatchEvent(new Event("input", { bubbles: true }))
        input.dispatchEvent(new Event("change", { bubbles: true }))
      },
      value,
    )
    const side = control === "quietTo" ? "to" : "from"
    await until(`${control} was stored`, async () => {
      const { value: overview } = await send({ type: "overview" })
      const { quiet } = (overview as { preferences: { quiet: Record<string, string> | null } }).preferences
      return quiet?.[side] === value || undefined
    })
  }
})

/** The civil date some days from now on the programme's calendar. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
}
