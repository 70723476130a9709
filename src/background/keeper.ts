import browser from "webextension-polyfill"
import type { JejakDatabase } from "../storage/database"
import { NoDatabase, openDatabase } from "../storage/opening"
import { watchWrites } from "../storage/watch-writes"
import type { Circumstances } from "./change"
import { fullnessOf, loadFullness } from "./fullness"
import { forgetRows, keptRows } from "./kept-rows"
import { loadKeys } from "./keys"
import { forgetWhatWasLeft, isLeft } from "./left-to-delete"
import { theRest } from "./rest-loading"

/** The only way to the database, of which nobody keeps hold: it may be another one the next time. */
export interface Keeper {
  /**
   * Does some work with the database as it can be had now. What the work has changed outlives the background by the time
   * this settles.
   * @throws Blocked, StorageFull, or what the work throws
   */
  use<Result>(work: (database: JejakDatabase) => Promise<Result>): Promise<Result>
}

/** A database, and what has to be done around everything that is done with it. */
interface Kept extends Keeper {
  database: JejakDatabase
}

interface Keeps extends Circumstances {
  /** It has changed whether the browser stores more. */
  told(): void
  /** Something went wrong that need not keep anybody from working. */
  fault(where: string): (error: unknown) => void
  open?: typeof openDatabase
}

/**
 * Decides where everything is kept: in the browser's database, in memory where it gives none, or nowhere where a later
 * version of Jejak wrote it. Decides again whenever the database was closed from outside. Whoever was unlocked before the
 * background was ended is so again before anything is done.
 */
export function keeperOf({ now, newId, told, fault, open = openDatabase }: Keeps): Keeper {
  let current: Promise<Kept> | undefined

  const onDisk = async (session: Session): Promise<Kept> => {
    const left = asked(isLeft())
    const database = await open({
      before: (opening) => {
        const { written, refused } = fullnessOf(opening, now, told)
        opening.build = browser.runtime.getManifest().version
        watchWrites(opening, { changed: (added) => added && written(), refused })
      },
    })
    await unlocked(database, session)
    if (database.where === "disk") {
      if (await left) await forgetWhatWasLeft(database)
      await carry(database, session).catch(fault("carrying"))
    }
    return { database, use: (work) => work(database) }
  }

  const unlocked = (database: JejakDatabase, session: Session) =>
    Promise.all([loadKeys(database, session), loadFullness(database, session)]).catch(fault("keys"))

  const carry = async (database: JejakDatabase, session: Session) => {
    const rows = await keptRows(session)
    if (!rows) return
    const copy = { id: newId(), at: now(), jejak: browser.runtime.getManifest().version }
    const { carryOver, memoryEngine } = await theRest()
    const kept = { rows, engine: await memoryEngine() }
    if (await carryOver(database, kept, copy)) await forgetRows()
  }

  const decide = async (): Promise<Kept> => {
    // Beside the opening, which takes longer.
    const session = asked(browser.storage.session.get(null))
    try {
      return await onDisk(session)
    } catch (error) {
      if (!(error instanceof NoDatabase)) throw error
      fault("database")(error)
      const { inMemory } = await theRest()
      const memory = await inMemory(now, told)
      await unlocked(memory.database, session)
      return memory
    }
  }

  const opened = async (): Promise<Kept> => {
    const before = current
    const there = await before
    if (there?.database.isOpen()) return there
    if (current && current !== before) return current
    const deciding = decide()
    current = deciding
    // Whoever comes next tries again.
    deciding.catch(() => {
      if (current === deciding) current = undefined
    })
    return deciding
  }

  return { use: async (work) => (await opened()).use(work) }
}

/** What lies in `storage.session`. */
type Session = Promise<Record<string, unknown>>

/** Something that was asked for early: whoever needs it is told why there is none. */
function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => undefined)
  return answer
}
