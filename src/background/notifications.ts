import browser, { type Notifications } from "webextension-polyfill"
import { say } from "../ui/language/words"
import type { Notice } from "./reminder-words"

type Options = Notifications.CreateNotificationOptions & { buttons?: { title: string }[] }

const SUMMARY = "summary|"

/** The id of a notification about several reminders, the first of which is named. */
export function summaryId(first: string): string {
  return SUMMARY + first
}

export function isSummary(id: string): boolean {
  return id.startsWith(SUMMARY)
}

/**
 * Shows a notification, or shows it anew: one with the same id is replaced.
 * @param answerable it is about one thing, which can be opened and put off
 */
export async function notify(id: string, { title, message }: Notice, answerable: boolean): Promise<void> {
  const options: Options = { type: "basic", iconUrl: iconUrl(), title, message }
  if (!answerable) return create(id, options)
  const buttons = [{ title: say("reminder_open") }, { title: say("reminder_later") }]
  // Firefox has the buttons' event, yet refuses a notification that has buttons.
  await create(id, { ...options, buttons }).catch(() => create(id, options))
}

async function create(id: string, options: Options): Promise<void> {
  await browser.notifications.create(id, options)
}

/** Takes away every notification of a participant, summaries too. */
export async function clearNotificationsOf(participant: string): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll())
  const theirs = shown.filter((id) => withoutSummary(id).startsWith(`${participant}|`))
  await Promise.all(theirs.map(clearNotification))
}

/** The record's id behind a notification's. */
export function withoutSummary(id: string): string {
  return isSummary(id) ? id.slice(SUMMARY.length) : id
}

export async function clearNotification(id: string): Promise<void> {
  await browser.notifications.clear(id)
}

/** The largest icon of the extension. */
function iconUrl(): string {
  const icons = Object.entries(browser.runtime.getManifest().icons ?? {})
  const [, path] = icons.sort(([a], [b]) => Number(b) - Number(a))[0] ?? []
  return path === undefined ? "" : browser.runtime.getURL(path)
}
