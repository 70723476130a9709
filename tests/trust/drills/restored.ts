/*
 * What must lie in the database after a backup was restored, told from the file and from what lay there alone: nothing here is
 * taken from the code that restores.
 */

type Row = Record<string, unknown>
export type Tables = Record<string, Row[]>

interface File {
  version: number
  content?: Record<string, unknown>
}

const KEYS: Record<string, string> = {
  participants: "id",
  facts: "id",
  accounts: "fingerprint",
  reminders: "id",
}
const list = (value: unknown) => (value ?? []) as Row[]
const setting = (tables: Tables, key: string) => list(tables.settings).find((row) => row.key === key)?.value

/**
 * Rows that a file adds, by table: what is not here under its id. Accounts only where their salt is the one here, or there is
 * none; nothing that was told to somebody who has a passphrase here; single values where there is none.
 */
export function addedBy(text: string, before: Tables): Tables {
  const file: File = JSON.parse(text)
  const content = file.version === 1 ? (file as unknown as Record<string, unknown>) : (file.content ?? {})
  const here = new Map(list(before.participants).map((row) => [row.id, row]))
  const salt = setting(before, "salt")
  const fresh = (table: string) => {
    const known = new Set(list(before[table]).map((row) => row[KEYS[table] ?? ""]))
    return list(content[table]).filter((row) => !known.has(row[KEYS[table] ?? ""]))
  }
  const sameSalt = content.salt !== undefined && (salt === undefined || salt === content.salt)
  const people = fresh("participants")
  const added: Tables = {
    participants: people,
    facts: fresh("facts"),
    accounts: sameSalt ? fresh("accounts") : [],
    reminders: fresh("reminders").filter((row) => !here.get(row.participant)?.protection),
    settings: [],
  }
  for (const key of ["salt", "preferences"])
    if (content[key] !== undefined && setting(before, key) === undefined)
      list(added.settings).push({ key, value: content[key] })
  const first = list(content.participants)[0]
  const isAny = Object.values(added).some((rows) => rows.length > 0)
  if (isAny && first && setting(before, "current-participant") === undefined)
    list(added.settings).push({ key: "current-participant", value: first.id })
  return added
}

/** Both together, each table in the order of its keys, so that two can be compared. */
export function together(before: Tables, added: Tables): Tables {
  return ordered(
    Object.fromEntries(
      Object.keys(before).map((table) => [table, [...list(before[table]), ...list(added[table])]]),
    ),
  )
}

export function ordered(tables: Tables): Tables {
  const keyOf = (row: Row) => String(row.id ?? row.fingerprint ?? row.key ?? row.site)
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    ]),
  )
}
