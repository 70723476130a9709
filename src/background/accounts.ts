import type { AccountQuestion } from "../messages/overview"
import { programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
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
} from "../storage/accounts"
import type { JejakDatabase } from "../storage/database"
import { digestOfFacts } from "../storage/facts"
import { Locked, present, UnknownParticipant } from "../storage/locking"
import { accountShown, type Observed } from "./account-shown"
import { accountVerdict, isStrong, type Verdict } from "./account-verdict"
import type { Circumstances } from "./change"
import { noteFault } from "./faults"
import { Refusal } from "./refusal"

/** A page that was read, as the guard looks at it. */
interface PageOfAccount {
  programme: Programme
  site: Site
  host: string
  observations: readonly Observed[]
}

/** More names and addresses than anybody has; what a page shows besides is not learnt. */
const MOST_BOUND = 50
/** As many fingerprints as a question keeps. */
const MOST_ASKED = 20

/**
 * Whether what a page of the programme's own site says may be noted for the current participant. Learns accounts that can
 * be nobody else's, and otherwise stores whose account has to be asked. Works without anybody's facts.
 * @returns false when the account is not known to be theirs
 * @throws Dexie errors; then nothing is stored
 */
export async function isOwnPage(
  database: JejakDatabase,
  { programme, site, host, observations }: PageOfAccount,
  current: string,
  { now, newId }: Circumstances,
): Promise<boolean> {
  if (site.access !== "install") return true
  const onPage = await accountShown(database, observations, programme, site)
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

/** Whose account is to be asked, as it stands for the current participant. What they have settled by themselves is forgotten. */
export async function standingQuestion(
  database: JejakDatabase,
  current: string,
): Promise<AccountQuestion | undefined> {
  const asked = await askedAccount(database)
  if (!asked) return undefined
  const { id, site, host, at, fingerprints } = asked
  const verdict = await verdictOn(database, fingerprints, current)
  if (verdict.is === "own") {
    // What is only tidied up may fail: it is shown no longer anyway.
    await forgetQuestion(database).catch((error: unknown) => noteFault("accounts", error))
    return undefined
  }
  const question = { id, site, host, at }
  if (verdict.is === "nobody") return { ...question, nobody: true }
  const owner = verdict.belongsTo && (await database.participants.get(verdict.belongsTo))
  return owner ? { ...question, belongsTo: { id: owner.id, displayName: owner.displayName } } : question
}

/** The programmes' own sites of which the account that was last shown is the participant's. */
export async function sitesShowingAccountOf(database: JejakDatabase, participant: string): Promise<Site[]> {
  const own = programmes.flatMap(({ sites }) => sites).filter(({ access }) => access === "install")
  const verdicts = await Promise.all(
    own.map(async ({ id }) => {
      const shown = await lastSeen(database, id)
      return shown.length > 0 && (await verdictOn(database, shown, participant)).is === "own"
    }),
  )
  return own.filter((_, index) => verdicts[index])
}

/**
 * The person's word on whose an account is: it counts over all that was known before, and that participant is looked at
 * from now on.
 * @param participant null for nobody here
 * @throws Refusal for a question that does not stand, or an unknown participant
 */
export async function answerAccount(
  database: JejakDatabase,
  question: string,
  participant: string | null,
): Promise<void> {
  const { accounts, participants, settings } = database
  await database.transaction("rw", accounts, participants, settings, async () => {
    const asked = await askedAccount(database)
    if (asked?.id !== question) throw new Refusal("not-understood")
    if (participant !== null && !(await participants.get(participant)))
      throw new Refusal("unknown-participant")
    await bindAccounts(database, asked.fingerprints, participant)
    await forgetQuestion(database)
    if (participant !== null) await settings.put({ key: "current-participant", value: participant })
  })
}

/** As `answerAccount`; without effect once the question no longer stands. */
export async function answerIfAsked(
  database: JejakDatabase,
  question: string,
  participant: string,
): Promise<void> {
  const asked = await askedAccount(database)
  if (asked?.id === question) await answerAccount(database, question, participant)
}

async function verdictOn(
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
