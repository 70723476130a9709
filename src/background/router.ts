import type { Reply } from "../messages/messages"
import type { Replies } from "../messages/overview"
import { type PageMessage, pageMessageSchema } from "../messages/page-messages"
import { isBearable } from "../messages/size"
import { messageType, TRUST } from "../messages/trust"
import { descriptionOf } from "../reader/describe"
import type { JejakDatabase } from "../storage/database"
import { accountShown } from "./account-shown"
import { noteFault, unlessFaulty } from "./faults"
import type { World } from "./handlers"
import { noteForOwner } from "./noting"
import { awaitHint, hintOf } from "./page-hint"
import { type KnownSite, readableSite } from "./readable-site"
import { failureIn, Refusal } from "./refusal"
import { theRest } from "./rest-loading"
import type { Sender } from "./sender"

type Answer = Replies[keyof Replies]

/**
 * Carries out one message and says what came of it. Never throws and always answers: what is not understood, or comes
 * from whom it must not come, is refused without touching anything.
 */
export async function route(
  database: JejakDatabase,
  world: World,
  raw: unknown,
  sender: Sender,
): Promise<Reply<Answer>> {
  const { refusals } = database
  try {
    if (sender.trust === "none") throw new Refusal("not-allowed")
    if (!isBearable(raw, sender.trust)) throw new Refusal("not-understood")
    const type = messageType(raw)
    if (!type) throw new Refusal("not-understood")
    if (TRUST[type] !== sender.trust) throw new Refusal("not-allowed")
    if (sender.trust === "own-page") {
      const { carryOut } = await theRest()
      return { ok: true, value: await carryOut(database, world, raw) }
    }
    const parsed = pageMessageSchema.safeParse(raw)
    if (!parsed.success) throw new Refusal("not-understood")
    const known = await readableSite(database, sender.url)
    if (!known) throw new Refusal("not-allowed")
    const { host, tab } = sender
    return { ok: true, value: await hear(database, world, parsed.data, { ...known, host, tab }) }
  } catch (error) {
    const failure = failureIn(database, error, refusals)
    if (failure === "internal") noteFault("message", error)
    return { ok: false, failure }
  }
}

/** A message of a content script. */
async function hear(
  database: JejakDatabase,
  world: World,
  message: PageMessage,
  sender: KnownSite & { host: string; tab: number },
): Promise<Answer> {
  if (message.type === "page-opened") return { site: sender.site && descriptionOf(sender.site) }
  if (message.type === "hint-answered") {
    const { answerHint } = await theRest()
    await answerHint(database, await world.refresh(), message.hint, message.answer, world.now())
    return {}
  }
  if (message.type === "page-hint")
    return { hint: await hintOf(database, { read: message.read, tab: sender.tab }, world.now) }
  const { observations, kind, fault } = message
  const { programme, site } = sender
  const onPage = site.access === "install" ? await accountShown(database, observations, programme, site) : []
  // Only what is answered for good, so that the same read sent again counts once.
  const noteIts = () => fault && noteFault("reader", fault, sender.health)
  const own = await noteForOwner(database, message, { ...sender, onPage }, world).catch((error: unknown) => {
    if (error instanceof Refusal && error.failure === "locked") noteIts()
    throw error
  })
  noteIts()
  const { overview, kept } = shownSoon(database, world)
  // What was not understood says nothing of where a card would help.
  if (own && kind === "read") {
    const signals = observations.map(({ signal }) => signal)
    awaitHint({
      read: message.read,
      participant: own.participant,
      page: { site, signals, tab: sender.tab },
      overview,
    })
  }
  await kept
  return { noted: own?.noted ?? 0 }
}

/**
 * Shows what has changed, for which a page does not wait: it is noted, whatever becomes of what is shown. Should the background be
 * ended before, its next start shows it.
 */
function shownSoon(database: JejakDatabase, world: World) {
  const overview = unlessFaulty("overview", world.show)
  // What lies in memory only is kept with the work that changed it.
  return { overview, kept: database.where === "memory" ? overview : undefined }
}
