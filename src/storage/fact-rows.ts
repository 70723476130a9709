import { Dexie } from "dexie"
import { type Fact, factSchema } from "../journey/facts"
import { compareText } from "../journey/order"
import { aside } from "./aside"
import type { DataKey, JejakDatabase, SealedFact } from "./database"
import { openFacts } from "./sealing"

/** Whatever lies on the disk of one participant's facts. */
export function factRows(database: JejakDatabase, participant: string) {
  return database.facts
    .where("[participant+at]")
    .between([participant, Dexie.minKey], [participant, Dexie.maxKey])
}

/** What rows say, oldest first: all of them, or none. @throws SealBroken */
export async function readFacts(
  database: JejakDatabase,
  key: DataKey | undefined,
  rows: readonly (Fact | SealedFact)[],
): Promise<Fact[]> {
  return inOrder(database, await openFacts(key, rows))
}

/** The same as part of a transaction, which does not wait for what has not to be opened. */
export function readWithin(
  database: JejakDatabase,
  key: DataKey | undefined,
  rows: readonly (Fact | SealedFact)[],
): Fact[] | Promise<Fact[]> {
  const plain = rows.filter(isPlain)
  return plain.length === rows.length ? inOrder(database, plain) : aside(() => readFacts(database, key, rows))
}

function isPlain(row: Fact | SealedFact): row is Fact {
  return !("sealed" in row)
}

/** What a later version has stored may say what this one cannot understand. */
function isReadable({ where }: JejakDatabase, fact: Fact): boolean {
  return where !== "read-only" || factSchema.safeParse(fact).success
}

function inOrder(database: JejakDatabase, facts: readonly Fact[]): Fact[] {
  return facts
    .filter((fact) => isReadable(database, fact))
    .sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
}
