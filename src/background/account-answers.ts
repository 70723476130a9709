import type { AccountQuestion } from "../messages/overview"
import { programmes } from "../programmes/registry"
import type { Site } from "../programmes/schema-sites"
import { askedAccount, bindAccounts, forgetQuestion, lastSeen } from "../storage/accounts"
import type { JejakDatabase } from "../storage/database"
import { verdictOn } from "./accounts"
import { noteFault } from "./faults"
import { Refusal } from "./refusal"

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
