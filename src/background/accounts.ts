import type { Site } from "../programmes/schema-sites"
import { SealBroken } from "../sealing/aes"
import {
  type AskedAccount,
  allAccounts,
  askAccount,
  askedAccount,
  bindAccounts,
  forgetQuestion,
  lastSeen,
  rememberSeen,
  type Shown,
  type Standing,
} from "../storage/accounts"
import type { JejakDatabase } from "../storage/database"
import { digestOfFacts } from "../storage/facts"
import { Locked, present, UnknownParticipant } from "../storage/locking"
import { accountVerdict, isStrong, type Verdict } from "./account-verdict"
import type { Circumstances } from "./change"

/** A page that was read, as the guard looks at it. */
interface PageOfAccount {
  site: Site
  host: string
  /** What it shows of an account. */
  onPage: readonly Shown[]
}

/** More names and addresses than anybody has; what a page shows besides is not learnt. */
const MOST_BOUND = 50
/** As many fingerprints as a question keeps. */
const MOST_ASKED = 20

/**
 * Whether a page is known to be the current participant's without anything being learnt from it, or asked, or asked no longer:
 * of such a page the guard has nothing to write.
 * @param standing as it is after the page was looked through
 */
export function isSettled(
  { site, onPage }: Pick<PageOfAccount, "site" | "onPage">,
  { people, current, accounts, asked, seen }: Standing,
): boolean {
  if (site.access !== "install") return true
  const last = seen[site.id] ?? []
  // A page that does not show the account is taken to be of that which was last shown.
  const shown = onPage.length > 0 ? onPage : last
  if (shown.length === 0) return true
  if (!current || asked) return false
  const ids = people.map(({ id }) => id)
  if (accountVerdict(shown, { current: current.id, people: ids, accounts }).is !== "own") return false
  if (onPage.length === 0) return true
  const owned = new Map(accounts.map(({ fingerprint, participant }) => [fingerprint, participant]))
  const cards = new Set(accounts.flatMap(({ kind, participant }) => (kind === "card" ? [participant] : [])))
  return (
    JSON.stringify(onPage) === JSON.stringify(last) &&
    onPage.every(({ fingerprint }) => owned.get(fingerprint) === current.id) &&
    // Of whoever has none, the facts may know one.
    ids.every((id) => cards.has(id))
  )
}

/**
 * Whether what a page of the programme's own site says may be noted for the current participant. Learns accounts that can
 * be nobody else's, and otherwise stores whose account has to be asked. Works without anybody's facts.
 * @returns false when the account is not known to be theirs
 * @throws Dexie errors; then nothing is stored
 */
export async function isOwnPage(
  database: JejakDatabase,
  { site, host, onPage }: PageOfAccount,
  current: string,
  { now, newId }: Circumstances,
): Promise<boolean> {
  if (site.access !== "install") return true
  if (onPage.length > 0) await learnCards(database, now())
  const { accounts, participants, settings } = database
  return database.transaction("rw", accounts, participants, settings, async () => {
    // Nothing may be remembered for whoever was removed while the page was looked through.
    await present(database, current)
    if (onPage.length > 0) await rememberSeen(database, site.id, onPage)
    // A page that does not show the account is taken to be of that which was last shown.
    const shown = onPage.length > 0 ? onPage : await lastSeen(database, site.id)
    if (shown.length === 0) return true
    const verdict = await verdictOn(database, shown, current)
    if (verdict.is !== "asked") await bindUnknown(database, onPage, verdict.is === "own" ? current : null)
    if (verdict.is === "own") await forgetQuestion(database)
    else await ask(database, { id: newId(), site: site.id, host, at: now(), fingerprints: [...shown] })
    return verdict.is === "own"
  })
}

/** What follows from the account that a page showed, as things stand. */
export async function verdictOn(
  database: JejakDatabase,
  shown: readonly Shown[],
  current: string,
): Promise<Verdict> {
  const people = await database.participants.toCollection().primaryKeys()
  return accountVerdict(shown, { current, people, accounts: await allAccounts(database) })
}

async function bindUnknown(
  database: JejakDatabase,
  shown: readonly Shown[],
  participant: string | null,
): Promise<void> {
  const people = new Set(await database.participants.toCollection().primaryKeys())
  const known = await database.accounts.bulkGet(shown.map(({ fingerprint }) => fingerprint))
  const isFree = (owner: string | null | undefined) =>
    owner === undefined || (owner !== null && !people.has(owner))
  const bound = (await allAccounts(database)).filter((account) => account.participant === participant).length
  const free = shown.filter((_, index) => isFree(known[index]?.participant))
  await bindAccounts(database, free.slice(0, Math.max(0, MOST_BOUND - bound)), participant)
}

/** The same account, of which more may be shown now, keeps its question. */
async function ask(database: JejakDatabase, seen: AskedAccount): Promise<void> {
  const asked = await askedAccount(database)
  if (!asked || asked.site !== seen.site || !areOne(asked.fingerprints, seen.fingerprints)) {
    await askAccount(database, seen)
    return
  }
  const more = seen.fingerprints.filter(({ fingerprint }) => !has(asked.fingerprints, fingerprint))
  if (more.length > 0)
    await askAccount(database, {
      ...asked,
      fingerprints: [...asked.fingerprints, ...more].slice(0, MOST_ASKED),
    })
}

const has = (shown: readonly Shown[], fingerprint: string) =>
  shown.some((one) => one.fingerprint === fingerprint)

/** They share something, and no card or address tells them apart. */
function areOne(one: readonly Shown[], other: readonly Shown[]): boolean {
  const different = other.filter(({ fingerprint }) => !has(one, fingerprint))
  return (
    different.length < other.length &&
    !different.filter(isStrong).some(({ kind }) => one.some((each) => each.kind === kind))
  )
}

/** Cards that were noted before accounts were known of are their participants'. Sealed facts are left for later. */
async function learnCards(database: JejakDatabase, now: string): Promise<void> {
  const known = new Set(
    (await allAccounts(database)).flatMap(({ kind, participant }) => (kind === "card" ? [participant] : [])),
  )
  for (const { id } of await database.participants.toArray()) {
    if (known.has(id)) continue
    const cards = await cardsOf(database, id, now)
    if (cards.length === 0) continue
    await database.transaction("rw", database.accounts, async () => {
      const rows = await database.accounts.bulkGet(cards.map(({ fingerprint }) => fingerprint))
      await bindAccounts(
        database,
        cards.filter((_, index) => rows[index] === undefined),
        id,
      )
    })
  }
}

async function cardsOf(database: JejakDatabase, participant: string, now: string): Promise<Shown[]> {
  try {
    const { facts } = await digestOfFacts(database, participant, now)
    const cards = facts.flatMap((fact) => (fact.by === "page" && fact.values?.card?.fingerprint) || [])
    return [...new Set(cards)].map((fingerprint) => ({ kind: "card", fingerprint }))
  } catch (error) {
    // What is wrong with one person's facts is no reason to ask nothing of another's page.
    if ([Locked, SealBroken, UnknownParticipant].some((known) => error instanceof known)) return []
    throw error
  }
}
