import { isDeepStrictEqual } from "node:util"
import fc from "fast-check"
import { FAILURES, ownMessageSchema } from "../../../src/messages/messages"
import { pageMessageSchema } from "../../../src/messages/page-messages"
import { isBearable } from "../../../src/messages/size"
import type { Outcome } from "../drill"
import type { Background, Send } from "./background"
import { OWN_EXAMPLES, PAGE_EXAMPLES } from "./examples"
import { hostileMessage, ownSender, siteSender, stranger, validMessage } from "./hostile"

/** So many are sent at once before it is looked whether anything has changed. */
const BATCH = 25
/** Nobody may wait longer for an answer here, in milliseconds. */
const LONGEST = 20_000

/** All that the background listens to; nobody else's messages, ports or scripts are among it. */
const HEARD = [
  "runtime.onMessage",
  "runtime.onInstalled",
  "runtime.onStartup",
  "permissions.onAdded",
  "permissions.onRemoved",
  "alarms.onAlarm",
  "notifications.onClicked",
  "notifications.onButtonClicked",
]

/** What happens under names that are none of ours, or are not any more. */
const FOREIGN: [string, ...unknown[]][] = [
  ["alarms.onAlarm", { name: "another" }],
  ["alarms.onAlarm", { name: "__proto__" }],
  ...["another", "", "__proto__", "gone|first-purchase|3", "summary|gone|first-purchase|3"].flatMap(
    (id): [string, ...unknown[]][] => [
      ["notifications.onClicked", id],
      ["notifications.onButtonClicked", id, 0],
      ["notifications.onButtonClicked", id, 7],
    ],
  ),
]

interface Attempt {
  by: "a stranger" | "a site" | "a page of ours"
  message: unknown
  sender: unknown
}

const pageTypes = Object.values(PAGE_EXAMPLES)
const ownTypes = Object.values(OWN_EXAMPLES)
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({
    by: fc.constant("a stranger" as const),
    message: fc.oneof(validMessage, hostileMessage),
    sender: stranger,
  }),
  fc.record({
    by: fc.constant("a site" as const),
    message: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom<unknown>(...ownTypes) },
      { weight: 3, arbitrary: hostileMessage },
    ),
    sender: siteSender,
  }),
  fc.record({
    by: fc.constant("a page of ours" as const),
    message: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom<unknown>(...pageTypes) },
      { weight: 6, arbitrary: hostileMessage },
    ),
    sender: fc.constant(ownSender),
  }),
)

/** A near miss may have hit. What is too large to be parsed at all has not. */
function isInOrder({ by, message }: Attempt): boolean {
  if (by === "a stranger" || !isBearable(message, by === "a site" ? "page" : "own-page")) return false
  try {
    return (by === "a site" ? pageMessageSchema : ownMessageSchema).safeParse(message).success
  } catch {
    return false
  }
}

/** Tries so many hostile messages: each is refused, in time, and nothing anywhere is changed. */
export async function atTheDoor(
  { send, state, effectsSince, happen, heard }: Background,
  rounds: number,
  seed: number,
): Promise<Outcome> {
  await somethingToLose(send)
  const findings = heard().flatMap((event) => (HEARD.includes(event) ? [] : [`listens to ${event}`]))
  const figures: Record<string, number> = { refused: 0, "near misses that hit": 0 }
  let before = await state()
  for (const [event, ...args] of FOREIGN) happen(event, ...args)
  await new Promise((resolve) => setTimeout(resolve, 500))
  for (const effect of effectsSince(before.effects))
    if (effect !== "notifications.clear") findings.push(`did ${effect} for what is not ours`)
  before = await state()
  // Each batch of its own, since thousands of messages at once are more than memory holds.
  for (let from = 0; from < rounds; from += BATCH) {
    const drawn = fc.sample(attempt, { seed: seed + from, numRuns: Math.min(BATCH, rounds - from) })
    const batch = drawn.filter((each) => !isInOrder(each))
    figures["near misses that hit"] = (figures["near misses that hit"] ?? 0) + drawn.length - batch.length
    const answers = await Promise.all(batch.map((each) => answerTo(send, each)))
    for (const [index, { by, message }] of batch.entries()) {
      const answer = answers[index] ?? ""
      if (answer.startsWith("refused")) figures.refused = (figures.refused ?? 0) + 1
      else findings.push(`${answer}: ${described(message)} by ${by}`)
    }
    const after = await state()
    if (!isDeepStrictEqual(before, after)) {
      const what = effectsSince(before.effects).join(", ") || "something that is stored"
      findings.push(`changed ${what}: one of ${batch.map(({ message }) => described(message)).join("; ")}`)
    }
    before = after
  }
  return { findings, figures }
}

async function somethingToLose(send: Send): Promise<void> {
  await send(OWN_EXAMPLES["add-participant"], ownSender)
  const site = fc.sample(siteSender, { seed: 1, numRuns: 1 })[0]
  await send(PAGE_EXAMPLES["page-read"], site)
  await send(OWN_EXAMPLES.overview, ownSender)
}

/** "refused", or what was wrong with the answer. */
async function answerTo(send: Send, { message, sender }: Attempt): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<"silence">((resolve) => {
    timer = setTimeout(() => resolve("silence"), LONGEST)
  })
  try {
    const answer = await Promise.race([send(message, sender), silence])
    if (answer === "silence") return "was not answered"
    const { ok, failure } = answer as { ok?: boolean; failure?: string }
    if (ok !== false) return "was carried out"
    return failure !== "internal" && (FAILURES as readonly unknown[]).includes(failure)
      ? "refused"
      : `was answered with ${failure}`
  } catch (error) {
    return `threw ${error}`
  } finally {
    clearTimeout(timer)
  }
}

function described(message: unknown): string {
  try {
    return (fc.stringify(message) ?? "").slice(0, 200)
  } catch {
    return typeof message
  }
}
