import * as z from "zod/mini"
import { factSchema } from "../journey/facts"
import { instant } from "../journey/instant"
import { isSealed, type Sealed } from "../sealing/aes"
import { isKdf, type Kdf } from "../sealing/kdf"

/** What a file of ours calls itself, whatever its version. */
export const BACKUP_FORMAT = "jejak-backup"

/** Version 1 had no checksum, and knew neither passphrases, accounts, preferences nor reminders. */
export const BACKUP_VERSION = 2

const id = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/))
const salt = z.string().check(z.regex(/^[0-9a-f]{32}$/))
const MOST_PEOPLE = 50
/** A journey has some hundreds. Many times more would keep the browser busy for minutes at every change. */
export const MOST_FACTS = 100_000

const person = {
  id,
  programme: z.string().check(z.maxLength(60)),
  displayName: z.string().check(z.minLength(1), z.maxLength(60)),
  wave: z.int().check(z.positive(), z.maximum(999)),
  createdAt: instant,
}

const participant = z.strictObject({
  ...person,
  protection: z.exactOptional(
    z.strictObject({ kdf: z.custom<Kdf>(isKdf), keyId: id, key: z.custom<Sealed>(isSealed) }),
  ),
})

const sealedFact = z.strictObject({
  id,
  participant: id,
  at: z.literal(""),
  sealed: z.custom<Sealed>(isSealed),
})

const account = z.strictObject({
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{32,64}$/)),
  kind: z.enum(["card", "email", "name"]),
  participant: z.nullable(id),
})

/** One that is over with, so that nothing is told twice. What is still to come is planned anew. */
const settledReminder = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(400)),
  participant: id,
  at: instant,
  snoozed: z.exactOptional(z.boolean()),
  state: z.enum(["shown", "skipped"]),
  settledAt: z.exactOptional(instant),
})

const sealedReminders = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(400)),
  participant: id,
  state: z.literal("sealed"),
  sealed: z.custom<Sealed>(isSealed),
})

/** What a backup holds, each as it lies in its table. */
export const contentSchema = z.strictObject({
  participants: z.array(participant).check(z.maxLength(MOST_PEOPLE)),
  /** Encrypted ones of a participant with a passphrase stay so. */
  facts: z.array(z.union([sealedFact, factSchema])).check(z.maxLength(MOST_FACTS)),
  accounts: z.array(account).check(z.maxLength(1000)),
  /** Of the fingerprints; without it a restored card or account would not be known again. */
  salt: z.exactOptional(salt),
  /** As they lie in the settings (JSON), if any were chosen. */
  preferences: z.exactOptional(z.string().check(z.maxLength(4000))),
  reminders: z.array(z.union([settledReminder, sealedReminders])).check(z.maxLength(100_000)),
})
export type BackupContent = z.infer<typeof contentSchema>

const format = z.literal(BACKUP_FORMAT)

export const backupSchema = z.strictObject({
  format,
  version: z.literal(BACKUP_VERSION),
  /** The version of the extension that wrote it. */
  jejak: z.string().check(z.maxLength(40)),
  exportedAt: instant,
  /** Compared by itself, once the checksum was. */
  content: z.unknown(),
  /** SHA-256 (hex) of the content's canonical JSON. */
  checksum: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

export const backupOneSchema = z.strictObject({
  format,
  version: z.literal(1),
  exportedAt: instant,
  participants: z.array(z.strictObject(person)).check(z.maxLength(MOST_PEOPLE)),
  facts: z.array(factSchema).check(z.maxLength(MOST_FACTS)),
  salt: z.exactOptional(salt),
})
