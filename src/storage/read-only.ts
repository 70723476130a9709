import type { DBCore, Dexie } from "dexie"

/** What lies there was written by a later version of Jejak, and is not touched by this one. */
export class WrittenByLater extends Error {
  constructor() {
    super("written by a later version")
  }
}

/**
 * Lets nothing be written, by whichever code: every change is refused before the browser is asked, and the browser itself
 * gives only transactions that read. To be called before the database is opened.
 */
export function readOnly(database: Dexie): void {
  database.use({
    stack: "dbcore",
    name: "read-only",
    level: NEAREST,
    create: (core): Partial<DBCore> => ({
      ...core,
      transaction: (stores, _mode, options) => core.transaction(stores, "readonly", options),
      table: (name) => ({
        ...core.table(name),
        mutate: () => Promise.reject(new WrittenByLater()),
      }),
    }),
  })
}

/** Beneath all that Dexie puts in between by itself. */
const NEAREST = -10
