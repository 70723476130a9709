import fc from "fast-check"
import type { Overview } from "../../../src/messages/overview"
import type { Outcome } from "../drill"
import type { Background } from "./background"
import { OWN_EXAMPLES, PAGE_EXAMPLES } from "./examples"
import { ownSender, siteSender } from "./hostile"

/** Messages of one storm. */
const AT_ONCE = 100
/** Of a hundred things that are stored, so many fail in every second storm. */
const FAILING = 3
/** Nobody may wait longer for an answer here, in milliseconds. */
const LONGEST = 60_000

/** What the programme's own site shows of who is logged in. */
const ACCOUNT = {
  signal: "account-email",
  words: "Email",
  values: { email: "peserta@surat.example" },
  place: { kind: "badge" },
}

type Reply = { ok: true; value: unknown } | { ok: false; failure: string }
interface Sent {
  message: { type: string; read?: string }
  sender: unknown
}
interface Answered extends Sent {
  reply: Reply | "silence"
}
type Row = Record<string, unknown> & { id?: string; participant?: string | null }

const KEY = (n: number) => `${String.fromCharCode(65 + n).repeat(43)}=`

/** Lets storing fail at random, as a full or failing disk does. @returns how to end it */
function failNowAndThen(random: () => number): () => void {
  const { prototype } = IDBObjectStore
  const originals = { put: prototype.put, add: prototype.add }
  for (const name of ["put", "add"] as const)
    prototype[name] = function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore["put"]>) {
      if (random() * 100 < FAILING) throw new DOMException("full", "QuotaExceededError")
      return originals[name].apply(this, args)
    }
  return () => void Object.assign(prototype, originals)
}

/** Sends storms of valid messages in any order, and looks after each whether everything still fits together. */
export async function storms(background: Background, rounds: number, seed: number): Promise<Outcome> {
  const findings: string[] = []
  const figures: Record<string, number> = { messages: 0, "carried out": 0 }
  const { send } = background
  const ask = async (message: object) => (await send(message, ownSender)) as Reply
  let backup = ""
  for (let round = 0; round < rounds; round += 1) {
    const random = randomOf(seed + round)
    const people = await peopleOf(ask)
    if (people.length < 2) await ask({ ...OWN_EXAMPLES["add-participant"], displayName: `Orang ${round}` })
    const known = await knownIn(background, await peopleOf(ask), backup)
    const isLast = round % 4 === 3
    const storm = Array.from({ length: AT_ONCE }, (_, index) =>
      drawn(known, random, `${round}-${index}`, isLast),
    )
    if (isLast) storm.splice(Math.floor(random() * AT_ONCE), 0, own({ type: "delete-everything" }))
    const heal = round % 2 === 1 && !isLast ? failNowAndThen(random) : () => undefined
    const answered = await Promise.all(
      storm.map(
        async (sent): Promise<Answered> => ({
          ...sent,
          reply: await inTime(send(sent.message, sent.sender)),
        }),
      ),
    )
    heal()
    figures.messages = (figures.messages ?? 0) + storm.length
    for (const { message, reply } of answered) {
      if (reply === "silence") findings.push(`storm ${round}: ${message.type} was not answered`)
      else if (reply.ok) figures["carried out"] = (figures["carried out"] ?? 0) + 1
      else if (reply.failure === "internal")
        findings.push(`storm ${round}: ${message.type} went wrong within`)
    }
    const wrong = [
      ...(isLast ? await leftOf(background) : await unfit(background, answered)),
      ...(await unwell(ask)),
    ]
    findings.push(...wrong.map((each) => `storm ${round}: ${each}`))
    const exported = await ask({ type: "export-backup" })
    if (exported.ok) backup = (exported.value as { json: string }).json
  }
  return { findings, figures }
}

const own = (message: Sent["message"]): Sent => ({ message, sender: ownSender })

function randomOf(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function peopleOf(ask: (message: object) => Promise<Reply>): Promise<Overview["people"]> {
  const reply = await ask({ type: "overview" })
  return reply.ok ? (reply.value as Overview).people : []
}

/** What messages may speak of. */
interface Known {
  people: string[]
  facts: string[]
  trainings: string[]
  copies: string[]
  backup: string
}

async function knownIn({ state }: Background, people: Overview["people"], backup: string): Promise<Known> {
  const { facts = [], copies = [] } = (await state()).tables as Record<string, Row[]>
  return {
    people: people.map(({ id }) => id),
    facts: facts.map(({ id = "" }) => id),
    trainings: facts.flatMap(({ training }) => (typeof training === "string" ? [training] : [])),
    copies: copies.map(({ id = "" }) => id),
    backup,
  }
}

/** One message, mostly a read. A last storm only says and reads, so that nothing of it may be left. */
function drawn(known: Known, random: () => number, name: string, isLast: boolean): Sent {
  const one = <T>(list: readonly T[], otherwise: T): T =>
    list[Math.floor(random() * list.length)] ?? otherwise
  const participant = one(known.people, "p")
  const fact = one(known.facts, "f")
  const training = one(known.trainings, "t")
  if (random() < 0.5) {
    const sender = fc.sample(siteSender, { seed: Math.floor(random() * 2 ** 31), numRuns: 1 })[0]
    const title = `Pelatihan ${Math.floor(random() * 6)}`
    const observations = PAGE_EXAMPLES["page-read"].observations.map((observation) => ({
      ...observation,
      ...(observation.training && { training: { ...observation.training, title } }),
      ...(observation.values && { values: { amount: 1_000_000 * Math.floor(random() * 4) } }),
    }))
    // Whose account it is would be asked from then on, and nothing noted: only where all is deleted anyway.
    if (isLast && random() < 0.2) observations.push(ACCOUNT as never)
    return { message: { type: "page-read", read: `r-${name}`, kind: "read", observations } as never, sender }
  }
  const said = [
    { ...OWN_EXAMPLES["say-step"], participant, step: one(["videos", "wallet", "accepted"], "videos") },
    { ...OWN_EXAMPLES["say-step"], participant, training, step: one(["purchase", "review"], "review") },
    { ...OWN_EXAMPLES.answer, participant, fact, yes: random() < 0.5 },
    { ...OWN_EXAMPLES.reject, participant, fact },
    { ...OWN_EXAMPLES.retract, participant, fact },
    { ...OWN_EXAMPLES["not-mine"], participant, training },
    { ...OWN_EXAMPLES["describe-training"], participant },
    { ...OWN_EXAMPLES["switch-participant"], participant },
    { ...OWN_EXAMPLES["watch-site"], participant },
    { ...OWN_EXAMPLES.check, participant },
    OWN_EXAMPLES.overview,
    OWN_EXAMPLES["change-preferences"],
  ]
  if (isLast) return own(one(said, OWN_EXAMPLES.overview))
  const key = KEY(known.people.indexOf(participant))
  const changes = [
    { ...OWN_EXAMPLES.protect, participant, key },
    { ...OWN_EXAMPLES.unprotect, participant, key },
    { ...OWN_EXAMPLES.unlock, participant, key },
    { ...OWN_EXAMPLES.lock, participant },
    { ...OWN_EXAMPLES["forget-accounts"], participant },
    { ...OWN_EXAMPLES["leave-site"] },
    { ...OWN_EXAMPLES["add-participant"], displayName: `Orang ${name}` },
    { ...OWN_EXAMPLES["remove-participant"], participant },
    { type: "import-backup", backup: known.backup },
    { type: "restore-copy", copy: one(known.copies, "c") },
    OWN_EXAMPLES["export-backup"],
  ]
  return own(one<Sent["message"]>(random() < 0.3 ? changes : said, OWN_EXAMPLES.overview))
}

async function inTime(answer: Promise<unknown>): Promise<Reply | "silence"> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<"silence">((resolve) => {
    timer = setTimeout(() => resolve("silence"), LONGEST)
  })
  try {
    return (await Promise.race([answer, silence])) as Reply | "silence"
  } finally {
    clearTimeout(timer)
  }
}

/** After everything was deleted: only what was read or said since, which is nothing, and the salt that says nothing of anybody. */
async function leftOf({ state }: Background): Promise<string[]> {
  const { tables } = await state()
  return Object.entries(tables).flatMap(([table, rows]) => {
    const left = (rows as Row[]).filter(({ key }) => key !== "salt" && key !== "preferences")
    return left.length > 0 ? [`${left.length} left in ${table}: ${JSON.stringify(left[0])}`] : []
  })
}

/** Whatever does not fit together in the database. */
async function unfit({ state }: Background, answered: readonly Answered[]): Promise<string[]> {
  const { tables } = await state()
  const rows = (table: string) => (tables[table] ?? []) as Row[]
  const people = new Map(rows("participants").map((person) => [person.id, person]))
  const ofNobody = ["facts", "reminders", "chosen"].flatMap((table) =>
    rows(table)
      .filter(({ participant }) => participant !== undefined && !people.has(participant as string))
      .map(({ id }) => `${id} in ${table} is nobody's`),
  )
  const dismissed = rows("dismissals").filter(({ id = "" }) => !people.has(id.split("/")[0]))
  const unlike = rows("facts").filter(
    ({ participant, sealed }) =>
      (sealed !== undefined) !== (people.get(participant as string)?.protection !== undefined),
  )
  const current = rows("settings").find(({ key }) => key === "current-participant")
  // Whoever was removed, or came back from a backup or copy, is asked of nothing.
  const moved = answered.some(
    ({ message: { type }, reply }) =>
      ["remove-participant", "restore-copy", "import-backup"].includes(type) &&
      reply !== "silence" &&
      reply.ok,
  )
  const reads = answered.filter(({ message: { type } }) => type === "page-read")
  const miscounted = moved
    ? []
    : reads.filter(({ message: { read }, reply }) => {
        const noted = rows("facts").filter(({ id = "" }) => id.startsWith(`${read}.`)).length
        return reply !== "silence" && reply.ok ? noted !== (reply.value as { noted: number }).noted : false
      })
  return [
    ...ofNobody,
    ...dismissed.map(({ id }) => `${id} in dismissals is nobody's`),
    ...unlike.map(({ id }) => `${id} is not sealed as its participant is`),
    ...(current && !people.has(current.value as string) ? ["somebody is looked at who is not there"] : []),
    ...miscounted.map(({ message: { read } }) => `${read} was acknowledged otherwise than it was noted`),
  ]
}

/** Whatever of all that is shown or taken out does not work. */
async function unwell(ask: (message: object) => Promise<Reply>): Promise<string[]> {
  const overview = await ask({ type: "overview" })
  if (!overview.ok) return [`the overview is ${overview.failure}`]
  const { participant, journey, people } = overview.value as Overview
  const isLocked = people.some(({ current, locked }) => current && locked)
  const exported = await ask({ type: "export-backup" })
  if (!exported.ok) return [`a backup is ${exported.failure}`]
  const preview = await ask({ type: "preview-backup", backup: (exported.value as { json: string }).json })
  return [
    ...(participant && !journey && !isLocked ? ["there is no journey"] : []),
    ...(preview.ok ? [] : [`its own backup is ${preview.failure}`]),
  ]
}
