import browser from "webextension-polyfill"
import { OVERVIEW_KEY } from "../messages/overview"
import { SealBroken } from "../sealing/aes"
import type { DataKey, JejakDatabase, Participant } from "../storage/database"
import { isLocked, present } from "../storage/locking"
import { removeParticipant } from "../storage/participants"
import {
  changePassphrase,
  newDataKey,
  openDataKey,
  type PassphraseKey,
  protectFacts,
  unprotectFacts,
} from "../storage/protection"
import { unlessFaulty } from "./faults"
import { forgetKey, keepKey } from "./keys"
import { clearNotificationsOf } from "./notifications"
import { Refusal } from "./refusal"
import { giveBack } from "./sites"

/*
 * What opens and closes a participant's facts. One at a time: each looks at how it stands and then changes it, and the
 * key has to be in its place before the facts are sealed with it.
 */
let queue: Promise<unknown> = Promise.resolve()

function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
  const changed = queue.then(change)
  queue = changed.catch(() => undefined)
  return changed
}

/**
 * Gives a participant a passphrase, or another one. @param keyId one that was never used
 * @throws UnknownParticipant, Locked or Dexie errors; then nothing is changed
 */
export function protect(
  database: JejakDatabase,
  id: string,
  passphrase: PassphraseKey,
  keyId: string,
): Promise<void> {
  return inTurn(async () => {
    const { protection } = await present(database, id)
    if (protection) return changePassphrase(database, id, passphrase)
    const dataKey = await newDataKey(keyId)
    try {
      await keepKey(database, id, dataKey)
      // What is painted lies where it outlasts the browser; from now on it must not.
      await browser.storage.local.remove(OVERVIEW_KEY)
      await protectFacts(database, id, dataKey, passphrase)
    } catch (error) {
      await forgetKey(database, id)
      throw error
    }
  })
}

/** Takes the passphrase away. @throws Refusal for another one, SealBroken for facts that cannot be opened */
export function unprotect(database: JejakDatabase, id: string, key: string): Promise<void> {
  return inTurn(async () => {
    await unprotectFacts(database, id, await proven(await present(database, id), key))
    await forgetKey(database, id)
  })
}

/** @throws Refusal for another passphrase */
export function unlock(database: JejakDatabase, id: string, key: string): Promise<void> {
  return inTurn(async () => keepKey(database, id, await proven(await present(database, id), key)))
}

/** Hides a participant until the passphrase is given again. @throws Refusal for one who has none */
export function lock(database: JejakDatabase, id: string): Promise<void> {
  return inTurn(async () => {
    if (!(await present(database, id)).protection) throw new Refusal("not-understood")
    await forgetKey(database, id)
  })
}

/** Forgets a participant with everything, and gives back the access to what was watched only for them. */
export function remove(database: JejakDatabase, id: string): Promise<void> {
  return inTurn(async () => {
    const watched = await removeParticipant(database, id)
    // They are gone: what is left of them goes as far as it can.
    await unlessFaulty("keys", () => forgetKey(database, id))
    await unlessFaulty("notifications", () => clearNotificationsOf(id))
    await unlessFaulty("sites", () => giveBack(database, watched))
  })
}

/** Takes the notifications away of those who have just been locked. */
export async function quieten(database: JejakDatabase, id: string): Promise<void> {
  const person = await database.participants.get(id)
  if (person && isLocked(database, person))
    await unlessFaulty("notifications", () => clearNotificationsOf(id))
}

async function proven({ id, protection }: Participant, key: string): Promise<DataKey> {
  if (!protection) throw new Refusal("not-understood")
  try {
    return await openDataKey(id, protection, key)
  } catch (error) {
    throw error instanceof SealBroken ? new Refusal("wrong-passphrase") : error
  }
}
