import browser from "webextension-polyfill"
import * as z from "zod/mini"
import type { Rows } from "../storage/memory"

/** In `storage.session`: what was kept in memory. */
export const KEPT_ROWS = "memory"
const rowsSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())))

/** What was kept in memory since the browser was started; undefined when there is nothing. @param session what lies in `storage.session` */
export async function keptRows(
  session: Promise<Record<string, unknown>> = browser.storage.session.get(KEPT_ROWS),
): Promise<Rows | undefined> {
  const rows = rowsSchema.safeParse((await session)[KEPT_ROWS])
  return rows.success ? rows.data : undefined
}

export async function forgetRows(): Promise<void> {
  await browser.storage.session.remove(KEPT_ROWS)
}
