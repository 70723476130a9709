import browser from "webextension-polyfill"
import * as z from "zod/mini"
import type { Rows } from "../storage/memory"

/** In `storage.session`: what was kept in memory. */
export const KEPT_ROWS = "memory"
const rowsSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())))

/** What was kept in memory since the browser was started; undefined when there is nothing. */
export async function keptRows(): Promise<Rows | undefined> {
  const stored = (await browser.storage.session.get(KEPT_ROWS))[KEPT_ROWS]
  const rows = rowsSchema.safeParse(stored)
  return rows.success ? rows.data : undefined
}

export async function forgetRows(): Promise<void> {
  await browser.storage.session.remove(KEPT_ROWS)
}
