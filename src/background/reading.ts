import type { JejakDatabase } from "../storage/database"
import { unlessFaulty } from "./faults"
import { readOpenPages as readThem, restOpenPages } from "./open-pages"
import { registerReaders } from "./sites"

/**
 * Registers the readers that are wanted, and reads what is open already; neither where nothing can be noted. What hangs on it has
 * happened: it never throws.
 */
export async function readWhatMayBe(database: JejakDatabase, to?: "somebody-else"): Promise<void> {
  if (database.where === "read-only") return
  await unlessFaulty("readers", () => registerReaders(database))
  await unlessFaulty("open-pages", async () => {
    // Where pages cannot be made to rest, none is read: they were shown to another.
    if (to === "somebody-else") await restOpenPages(database)
    await readThem(database)
  })
}

/** Registers the readers that are wanted, where anything can be noted. */
export async function registerAgain(database: JejakDatabase, forgetWishes = false): Promise<void> {
  if (database.where !== "read-only") await registerReaders(database, forgetWishes)
}

/** Reads what is open already, where anything can be noted. */
export async function readOpenPages(database: JejakDatabase): Promise<void> {
  if (database.where !== "read-only") await readThem(database)
}
