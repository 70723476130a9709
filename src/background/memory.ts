import browser from "webextension-polyfill"
import type { JejakDatabase } from "../storage/database"
import { type MemoryEngine, memoryDatabase, putRows, rowsIn } from "../storage/memory"
import { watchWrites } from "../storage/watch-writes"
import { MEMORY_FILE } from "./files"
import { fullnessOf } from "./fullness"
import { KEPT_ROWS, keptRows } from "./kept-rows"
import { runLater } from "./later"
import { StorageFull } from "./refusal"

/*
 * Where the browser gives no database, everything lies in one that is gone with the background. So its rows lie in
 * `storage.session`, too, which outlives the background and goes with the browser.
 */

/** What makes a database in memory, which is loaded for it. @throws Error when it cannot be loaded */
export async function memoryEngine(): Promise<MemoryEngine> {
  if (!globalThis.jejakMemory) await runLater(MEMORY_FILE)
  if (!globalThis.jejakMemory) throw new Error(`${MEMORY_FILE} left nothing behind.`)
  return globalThis.jejakMemory
}

/** A database in memory, and what has to be done around everything that is done with it. */
export interface InMemory {
  database: JejakDatabase
  /**
   * Does some work; what it has changed is kept by the time this settles.
   * @throws StorageFull when it could not be kept; then it is not in the database either
   */
  use<Result>(work: (database: JejakDatabase) => Promise<Result>): Promise<Result>
}

/** @param told called when it changes whether the browser stores more */
export async function inMemory(now: () => string, told: () => void): Promise<InMemory> {
  let kept = (await keptRows()) ?? {}
  let isChanged = false
  const changed = () => {
    isChanged = true
  }
  const database = await memoryDatabase(await memoryEngine(), kept, (opening) =>
    watchWrites(opening, { changed, refused: () => undefined }),
  )
  isChanged = false
  const { written, refused } = fullnessOf(database, now, told)

  /** How often what was not kept has been taken out again. */
  let takenOut = 0
  const keep = async () => {
    if (!isChanged) return
    isChanged = false
    const rows = await rowsIn(database)
    try {
      await browser.storage.session.set({ [KEPT_ROWS]: rows })
      kept = rows
      written()
    } catch {
      refused()
      await putRows(database, kept)
      isChanged = false
      takenOut += 1
    }
  }
  let queue: Promise<void> = Promise.resolve()

  return {
    database,
    async use(work) {
      const before = takenOut
      const [done] = await Promise.allSettled([work(database)])
      queue = queue.then(keep, keep)
      await queue
      // Whoever worked in the meantime cannot know whether theirs was among it.
      if (takenOut !== before) throw new StorageFull()
      if (done.status === "rejected") throw done.reason
      return done.value
    },
  }
}
