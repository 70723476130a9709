import { JejakDatabase } from "./database"

/** Every row of a database, by table. */
export type Rows = Record<string, object[]>

/** What makes a database in memory. */
export interface MemoryEngine {
  IDBFactory: new () => IDBFactory
  IDBKeyRange: typeof globalThis.IDBKeyRange
}

declare global {
  /** What the script of `later/memory.ts` leaves behind. */
  var jejakMemory: MemoryEngine | undefined
}

/**
 * A database that lies in memory only, and is gone with the background. What is sealed is so there, too.
 * @param rows what it holds at first; tables that there are not are left out
 * @throws Dexie errors
 */
export async function memoryDatabase(
  { IDBFactory, IDBKeyRange }: MemoryEngine,
  rows: Rows = {},
  before?: (database: JejakDatabase) => void,
): Promise<JejakDatabase> {
  const database = new JejakDatabase("jejak", {
    where: "memory",
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    autoOpen: false,
  })
  before?.(database)
  await database.open()
  await putRows(database, rows)
  return database
}

/** Everything that lies there, as of one moment. @throws Dexie errors */
export function rowsIn(database: JejakDatabase): Promise<Rows> {
  const { tables } = database
  return database.transaction("r", tables, async () => {
    const each = tables.map(async (table) => [table.name, await table.toArray()] as const)
    return Object.fromEntries(await Promise.all(each))
  })
}

/** Puts these rows in the place of all that is there, all or none. @throws Dexie errors */
export function putRows(database: JejakDatabase, rows: Rows): Promise<void> {
  const { tables } = database
  return database.transaction("rw", tables, async () => {
    for (const table of tables) {
      await table.clear()
      await table.bulkAdd(rows[table.name] ?? [])
    }
  })
}

/**
 * Adds those rows of some tables whose keys are not there yet, as part of the transaction around it.
 * @throws Dexie errors
 */
export async function addUnknown(
  database: JejakDatabase,
  rows: Rows,
  tables: readonly string[],
): Promise<void> {
  for (const name of tables) {
    const table = database.table<object, string>(name)
    const known = new Set(await table.toCollection().primaryKeys())
    const { keyPath } = table.schema.primKey
    const keyOf = (row: object) => (row as Record<string, string>)[String(keyPath)]
    await table.bulkAdd((rows[name] ?? []).filter((row) => !known.has(keyOf(row) ?? "")))
  }
}
