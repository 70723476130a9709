import { importKey, newKey, open, seal } from "../sealing/aes"
import type { Kdf } from "../sealing/kdf"
import { aside } from "./aside"
import type { DataKey, JejakDatabase, Participant, Protection } from "./database"
import { forgetDigest } from "./digests"
import { factRows } from "./fact-rows"
import { keyOf, present } from "./locking"
import { openRecords, sealRecords } from "./reminders"
import { openFacts, sealFacts } from "./sealing"

/** A key derived from a passphrase (32 bytes, base64), and how it was. */
export interface PassphraseKey {
  kdf: Kdf
  key: string
}

/** A new random key for a participant's facts. @param keyId one that was never used */
export async function newDataKey(keyId: string): Promise<DataKey> {
  const raw = newKey()
  return { keyId, raw, key: await importKey(raw) }
}

/** The random key of a participant, opened with the passphrase's. @throws SealBroken for another passphrase */
export async function openDataKey(
  participant: string,
  { keyId, key: sealed }: Protection,
  passphraseKey: string,
): Promise<DataKey> {
  const raw = await open(await importKey(passphraseKey), sealed, boundTo(participant, keyId))
  return { keyId, raw, key: await importKey(raw) }
}

/**
 * Seals all that is known of a participant, in one transaction. Whoever writes at the same time is before or after it as
 * a whole; `database.keys` must have the key already, so that those after can.
 * @throws UnknownParticipant, or Dexie errors; then everything is as it was
 */
export async function protectFacts(
  database: JejakDatabase,
  participant: string,
  dataKey: DataKey,
  passphrase: PassphraseKey,
): Promise<void> {
  const { participants, facts, digests, reminders, copies } = database
  const protection = await sealedUnder(passphrase, participant, dataKey)
  await database.transaction("rw", [participants, facts, digests, reminders, copies], async () => {
    const person = await present(database, participant)
    if (person.protection) throw new Error("is protected already")
    const rows = await factRows(database, participant).toArray()
    await facts.bulkPut(
      await aside(() => openFacts(undefined, rows).then((plain) => sealFacts(dataKey, plain))),
    )
    await forgetDigest(database, participant)
    await sealRecords(database, participant, dataKey)
    await forgetCopiesOf(database, participant)
    await participants.put({ ...person, protection })
  })
}

/** Seals the random key under another passphrase. @throws UnknownParticipant, Locked or Dexie errors */
export async function changePassphrase(
  database: JejakDatabase,
  participant: string,
  passphrase: PassphraseKey,
): Promise<void> {
  const { participants } = database
  await database.transaction("rw", participants, async () => {
    const person = await present(database, participant)
    const dataKey = keyOf(database, person)
    if (!dataKey) throw new Error("is not protected")
    const protection = await aside(() => sealedUnder(passphrase, participant, dataKey))
    await participants.put({ ...person, protection })
  })
}

/**
 * Opens all that is known of a participant and stores it plainly, in one transaction.
 * @throws UnknownParticipant, SealBroken when a single fact cannot be opened, or Dexie errors; then everything is as it was
 */
export async function unprotectFacts(
  database: JejakDatabase,
  participant: string,
  dataKey: DataKey,
): Promise<void> {
  const { participants, facts, digests, reminders } = database
  await database.transaction("rw", [participants, facts, digests, reminders], async () => {
    const { protection, ...person }: Participant = await present(database, participant)
    if (protection?.keyId !== dataKey.keyId) throw new Error("is protected otherwise")
    const rows = await factRows(database, participant).toArray()
    await facts.bulkPut(await aside(() => openFacts(dataKey, rows)))
    await forgetDigest(database, participant)
    await openRecords(database, participant, dataKey)
    await participants.put(person)
  })
}

/** Safety copies in which a participant occurs; they hold everything plainly. Within a transaction. */
export async function forgetCopiesOf(database: JejakDatabase, participant: string): Promise<void> {
  await database.copies.filter(({ backup }) => backup.includes(JSON.stringify(participant))).delete()
}

async function sealedUnder(
  { kdf, key }: PassphraseKey,
  participant: string,
  { keyId, raw }: DataKey,
): Promise<Protection> {
  return { kdf, keyId, key: await seal(await importKey(key), raw, boundTo(participant, keyId)) }
}

function boundTo(participant: string, keyId: string): string {
  return `${participant}|${keyId}`
}
