import { JejakDatabase, VERSIONS } from "./database"
import { readOnly } from "./read-only"

/** How long it is waited for the browser to open a database. A slow disk takes seconds after a start. */
const LONGEST_OPENING = 15_000

/** The browser gives no database: in private browsing, or because the profile is damaged. */
export class NoDatabase extends Error {
  override readonly name = "OpenFailedError"
  constructor(readonly inner: unknown) {
    super("the browser opens no database")
  }
}

/** Somebody still holds the database as an older version, and does not let go of it. */
export class Blocked extends Error {
  override readonly name = "OpenFailedError"
}

interface Opening {
  /** By default the usual one. */
  name?: string
  /** In milliseconds. */
  longest?: number
  /** Called with each database before it is opened. */
  before?: (database: JejakDatabase) => void
}

/**
 * Opens the browser's database, or that of a later version so that it can be read. Always settles: what takes too long
 * counts as refused.
 * @throws NoDatabase, or Blocked
 */
export async function openDatabase(opening: Opening = {}): Promise<JejakDatabase> {
  try {
    return await openAs("disk", opening)
  } catch (error) {
    if (error instanceof Blocked) throw error
    if (!isOfLater(error)) throw new NoDatabase(error)
  }
  try {
    return await openAs("read-only", opening)
  } catch (error) {
    throw error instanceof Blocked ? error : new NoDatabase(error)
  }
}

async function openAs(
  where: "disk" | "read-only",
  { name, longest = LONGEST_OPENING, before }: Opening,
): Promise<JejakDatabase> {
  const database = new JejakDatabase(name, { where, autoOpen: false })
  let isBlocked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(isBlocked ? new Blocked() : new Error("took too long")), longest)
  })
  try {
    if (where === "read-only") readOnly(database)
    database.on("blocked", () => {
      isBlocked = true
    })
    before?.(database)
    await Promise.race([database.open(), tooLong])
    if (where === "read-only") nameTables(database)
    return database
  } catch (error) {
    database.close()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Dexie names only the tables of which it was told. One that is gone stays without. */
function nameTables(database: JejakDatabase): void {
  const own = new Set(VERSIONS.flatMap(({ stores }) => Object.keys(stores)))
  for (const table of database.tables)
    if (own.has(table.name)) Object.defineProperty(database, table.name, { value: table })
}

function isOfLater(error: unknown): boolean {
  return error instanceof Error && error.name === "VersionError"
}
