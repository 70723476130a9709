import * as z from "zod/mini"
import type { Answers, Asking } from "./at-once"
import type { Account, JejakDatabase, Participant, Setting } from "./database"
import { currentAmong } from "./people"

const fingerprintsSchema = z
  .array(
    z.strictObject({
      fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      kind: z.enum(["card", "email", "name"]),
    }),
  )
  .check(z.minLength(1), z.maxLength(20))
const askedSchema = z.strictObject({
  id: z.string(),
  site: z.string(),
  host: z.string(),
  at: z.iso.datetime(),
  fingerprints: fingerprintsSchema,
})
const seenSchema = z.record(z.string(), fingerprintsSchema)

/** What a page shows of the account that is logged in. */
export type Shown = Pick<Account, "fingerprint" | "kind">

/** An account of which it is to be asked whose it is, as stored. `at`: the instant (UTC) at which it was seen. */
export type AskedAccount = z.infer<typeof askedSchema>

/** All that is known of accounts; a few for each participant. */
export function allAccounts(database: JejakDatabase): Promise<Account[]> {
  return database.accounts.toArray()
}

/** Makes the fingerprints those of a participant, or (null) of nobody here, whatever they were before. */
export async function bindAccounts(
  database: JejakDatabase,
  shown: readonly Shown[],
  participant: string | null,
): Promise<void> {
  await database.accounts.bulkPut(shown.map(({ fingerprint, kind }) => ({ fingerprint, kind, participant })))
}

/** The account that is asked about, if any; what cannot be read counts as none. */
export function askedAccount(database: JejakDatabase): Promise<AskedAccount | undefined> {
  return parsedSetting(database, "account-question", askedSchema)
}

export async function askAccount(database: JejakDatabase, asked: AskedAccount): Promise<void> {
  await database.settings.put({ key: "account-question", value: JSON.stringify(asked) })
}

export async function forgetQuestion(database: JejakDatabase): Promise<void> {
  await database.settings.delete("account-question")
}

/** All that the guard goes by, as it lies in the database at one moment. */
export interface Standing {
  people: Participant[]
  /** Whoever is looked at. */
  current: Participant | undefined
  accounts: Account[]
  asked: AskedAccount | undefined
  /** What each of the programme's own sites last showed of an account. */
  seen: Readonly<Record<string, readonly Shown[]>>
}

/** What it takes to tell that, within a transaction that has `accounts`, `participants` and `settings`. */
export const askStanding = (store: Asking) => ({
  people: store("participants").getAll(),
  accounts: store("accounts").getAll(),
  settings: store("settings").getAll(),
})

export function standingOf({
  people,
  accounts,
  settings,
}: Answers<ReturnType<typeof askStanding>>): Standing {
  const of = (wanted: Setting["key"]) => settings.find(({ key }) => key === wanted)
  return {
    people,
    current: currentAmong(people, of("current-participant")?.value),
    accounts,
    asked: parsed(of("account-question"), askedSchema),
    seen: parsed(of("accounts-seen"), seenSchema) ?? {},
  }
}

/** The account that a site showed when it last showed any. */
export async function lastSeen(database: JejakDatabase, site: string): Promise<Shown[]> {
  return (await parsedSetting(database, "accounts-seen", seenSchema))?.[site] ?? []
}

export async function rememberSeen(
  database: JejakDatabase,
  site: string,
  shown: readonly Shown[],
): Promise<void> {
  const before = await parsedSetting(database, "accounts-seen", seenSchema)
  const value = JSON.stringify({ ...before, [site]: shown })
  await database.settings.put({ key: "accounts-seen", value })
}

async function parsedSetting<T>(
  { settings }: JejakDatabase,
  key: Setting["key"],
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> {
  return parsed(await settings.get(key), schema)
}

function parsed<T>(stored: Setting | undefined, schema: z.ZodMiniType<T>): T | undefined {
  if (!stored) return undefined
  try {
    return schema.parse(JSON.parse(stored.value))
  } catch {
    return undefined
  }
}
