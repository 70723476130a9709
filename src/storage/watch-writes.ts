import type { DBCore, DBCoreTransaction } from "dexie"
import type { JejakDatabase } from "./database"
import { isOfQuota } from "./quota"

interface Watching {
  /** Something has been committed. @param added not only taken away */
  changed(added: boolean): void
  /** There was no room for something. */
  refused(): void
}

/**
 * Tells of every write how it ended, by whichever code it was made. To be called before the database is opened.
 */
export function watchWrites(database: JejakDatabase, { changed, refused }: Watching): void {
  const full = () => {
    database.refusals += 1
    refused()
  }
  /** Of each that changes something: whether it adds or puts. */
  const changing = new WeakMap<DBCoreTransaction, boolean>()
  database.use({
    stack: "dbcore",
    name: "watch-writes",
    level: NEAREST,
    create: (core): Partial<DBCore> => ({
      ...core,
      transaction(stores, mode, options) {
        const transaction = core.transaction(stores, mode, options)
        if (mode === "readonly") return transaction
        const native = transaction as DBCoreTransaction & IDBTransaction
        native.addEventListener("complete", () => {
          const added = changing.get(transaction)
          if (added !== undefined) changed(added)
        })
        // The commit itself may find no room.
        native.addEventListener("abort", () => {
          if (isOfQuota(native.error)) full()
        })
        return transaction
      },
      table(name) {
        const table = core.table(name)
        return {
          ...table,
          // Not `async`: within a transaction it has to be Dexie's own promise that is waited for.
          mutate: (request) => {
            const adds = request.type === "add" || request.type === "put"
            changing.set(request.trans, adds || changing.get(request.trans) === true)
            const { trans } = request
            // What is under way when a transaction finds no room is told only that this was aborted.
            const isFull = (error: unknown) =>
              isOfQuota(error) || isOfQuota((trans as { error?: unknown }).error)
            return table.mutate(request).then(
              (response) => {
                if (Object.values(response.failures).some(isFull)) full()
                return response
              },
              (error: unknown) => {
                if (isFull(error)) full()
                throw error
              },
            )
          },
        }
      },
    }),
  })
}

/** Beneath all that Dexie puts in between by itself. */
const NEAREST = -10
