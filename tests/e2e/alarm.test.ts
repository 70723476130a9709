import type { Page } from "puppeteer-core"
import { expect, test } from "vitest"
import type { Overview } from "../../src/messages/overview"
import { BROWSERS } from "../browser/browsers"
import { notificationsShown, type StoredReminder, storedReminders } from "../browser/reminders"
import { type Session, startSession } from "../browser/session"
import { until } from "../browser/until"

const MINUTE = 60_000

async function tell(page: Page, message: object): Promise<Overview> {
  const reply = await page.evaluate(
    (sent) => chrome.runtime.sendMessage(sent) as Promise<{ ok: boolean; value: Overview }>,
    message,
  )
  expect(reply).toMatchObject({ ok: true })
  return reply.value
}

/** A training of which a redeem window opens at this instant (milliseconds, a whole minute) is known; the reminder of it. */
async function planned(page: Page, opens: number): Promise<StoredReminder> {
  const { participant, preferences } = await tell(page, { type: "overview" })
  // Whether the tests run by day or by night must not matter.
  await tell(page, { type: "change-preferences", preferences: { ...preferences, quiet: null } })
  const startsAt = new Date(opens + 60 * MINUTE + 7 * 60 * MINUTE).toISOString().slice(0, 16)
  const about = { participant: participant?.id, training: "roti" }
  const particulars = { title: "Pelatihan roti", boughtOn: startsAt.slice(0, 10), mode: "webinar", startsAt }
  await tell(page, { type: "describe-training", ...about, particulars })
  await tell(page, { type: "say-step", ...about, step: "purchase", state: "done" })
  return until("the window's opening is planned", async () =>
    (await storedReminders(page)).find(
      ({ id, state }) => state === "planned" && id.includes("|redeem-window|"),
    ),
  )
}

async function reminded(session: Session): Promise<void> {
  await session.registerSomeone()
  const page = await session.browser.extensionPage("popup.html")
  await page.waitForSelector("[data-next-step]")
  // An alarm less than half a minute away may come late.
  const opens = Math.ceil((Date.now() + 40_000) / MINUTE) * MINUTE
  const reminder = await planned(page, opens)
  expect(Date.parse(reminder.at)).toBe(opens)
  // A page of ours would look again by itself when the minute is over.
  await page.evaluate(() => {
    for (let timer = Number(setTimeout(() => undefined)); timer >= 0; timer -= 1) clearTimeout(timer)
  })
  await session.browser.killBackground()
  const shown = await until(
    "the window opened",
    async () => {
      const [id] = await notificationsShown(page)
      return id
    },
    120_000,
  )
  expect(shown).toBe(reminder.id)
  expect(Date.now()).toBeLessThan(opens + MINUTE)
}

// A minute in which nothing happens is waited for in both browsers at once.
test.concurrent.each(BROWSERS)(
  "the alarm itself brings a reminder when a redeem window opens, in %s",
  async (name) => {
    const session = await startSession(name)
    try {
      await reminded(session)
    } finally {
      await session.close()
    }
  },
  180_000,
)
