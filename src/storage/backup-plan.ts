import { SealBroken } from "../sealing/aes"
import { aside } from "./aside"
import { BackupError } from "./backup-error"
import type { BackupContent } from "./backup-schema"
import type { JejakDatabase, Participant } from "./database"
import { isLocked, Locked } from "./locking"
import { openFacts } from "./sealing"

type BackupFact = BackupContent["facts"][number]

/** What restoring would add; nothing that is there is ever changed by it. */
export interface RestorePlan {
  /** Everybody in the file, under the name that they go by here. */
  people: {
    displayName: string
    wave: number
    isNew: boolean
    sealed: boolean
    facts: number
    newFacts: number
  }[]
  participants: Participant[]
  /** As in the file: encrypted or plain. */
  facts: BackupFact[]
  accounts: BackupContent["accounts"]
  reminders: BackupContent["reminders"]
  salt?: string
  preferences?: string
}

/**
 * Compares a backup with what is there. To be called in a transaction with all of its tables.
 * @throws BackupError where a participant's facts are encrypted in another way here than in the file or cannot be opened, or an
 * id is already somebody else's
 * @throws Locked where facts of somebody who is locked would come new: they could be neither encrypted nor tried
 */
export async function planRestore(database: JejakDatabase, content: BackupContent): Promise<RestorePlan> {
  const here = new Map((await database.participants.toArray()).map((each) => [each.id, each]))
  const facts = await unknownOf(database, content.facts)
  const newOf = countByParticipant(facts)
  const allOf = countByParticipant(content.facts)
  for (const person of content.participants)
    if (newOf.has(person.id)) refuseUnlessFitting(database, here.get(person.id), person)
  // One fact that the key does not open would close all of that participant's.
  const sealed = facts.filter((fact) => "sealed" in fact && here.has(fact.participant))
  if (sealed.length > 0 && !(await aside(() => canBeOpened(database, sealed))))
    throw new BackupError("backup-damaged")
  const settings = await settingsToTake(database, content)
  const accounts =
    content.salt !== undefined && [content.salt, undefined].includes(await saltOf(database))
      ? content.accounts
      : []
  return {
    people: content.participants.map((person) => ({
      displayName: (here.get(person.id) ?? person).displayName,
      wave: (here.get(person.id) ?? person).wave,
      isNew: !here.has(person.id),
      sealed: person.protection !== undefined,
      facts: allOf.get(person.id) ?? 0,
      newFacts: newOf.get(person.id) ?? 0,
    })),
    participants: content.participants.filter(({ id }) => !here.has(id)),
    facts,
    accounts: await unknown(accounts, ({ fingerprint }) => fingerprint, database.accounts),
    reminders: await unknown(
      // What lies sealed here has these already, and must not lie beside itself in plain words.
      content.reminders.filter(({ participant }) => !here.get(participant)?.protection),
      ({ id }) => id,
      database.reminders,
    ),
    ...settings,
  }
}

/** Whether restoring would change nothing at all. */
export function isNothing(plan: RestorePlan): boolean {
  const { participants, facts, accounts, reminders, salt, preferences } = plan
  return (
    [participants, facts, accounts, reminders].every(({ length }) => length === 0) &&
    salt === undefined &&
    preferences === undefined
  )
}

function refuseUnlessFitting(
  database: JejakDatabase,
  local: Participant | undefined,
  { protection }: Participant,
): void {
  if (!local) return
  if (protection && protection.keyId !== local.protection?.keyId) throw new BackupError("backup-locked")
  if (isLocked(database, local)) throw new Locked(local.id)
}

async function canBeOpened({ keys }: JejakDatabase, facts: readonly BackupFact[]): Promise<boolean> {
  try {
    await Promise.all(facts.map((fact) => openFacts(keys.get(fact.participant), [fact])))
    return true
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

async function unknownOf(database: JejakDatabase, facts: readonly BackupFact[]): Promise<BackupFact[]> {
  const known = await database.facts.bulkGet(facts.map(({ id }) => id))
  return facts.filter(({ participant }, index) => {
    const same = known[index]
    if (same && same.participant !== participant) throw new BackupError("backup-damaged")
    return same === undefined
  })
}

async function unknown<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  table: { bulkGet(keys: string[]): PromiseLike<unknown[]> },
): Promise<Row[]> {
  const known = await table.bulkGet(rows.map(keyOf))
  return rows.filter((_, index) => known[index] === undefined)
}

async function saltOf({ settings }: JejakDatabase): Promise<string | undefined> {
  return (await settings.get("salt"))?.value
}

/** Single values of the file, where nothing stands here. */
async function settingsToTake(
  { settings }: JejakDatabase,
  { salt, preferences }: BackupContent,
): Promise<Pick<RestorePlan, "salt" | "preferences">> {
  const takesSalt = salt !== undefined && !(await settings.get("salt"))
  const takesPreferences = preferences !== undefined && !(await settings.get("preferences"))
  return { ...(takesSalt && { salt }), ...(takesPreferences && { preferences }) }
}

function countByParticipant(facts: readonly BackupFact[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { participant } of facts) counts.set(participant, (counts.get(participant) ?? 0) + 1)
  return counts
}
