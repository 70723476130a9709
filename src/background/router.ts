import {
  type OwnMessage,
  ownMessageSchema,
  type PageMessage,
  pageMessageSchema,
  type Reply,
} from "../messages/messages"
import type { Overview, Replies, TabJudgement } from "../messages/overview"
import { judgeAddress } from "../programmes/address"
import { programmeById, programmes } from "../programmes/registry"
import { watchable } from "../programmes/watchable"
import { parseBackup, readBackup, restoreBackup } from "../storage/backup"
import type { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/participants"
import { type Circumstances, changesTo } from "./change"
import { answerHint, hintFor } from "./hints"
import { savePreferences } from "./preferences"
import { notePageRead } from "./read-page"
import { failureOf, Refusal } from "./refusal"
import { reminderOf, snooze } from "./reminder-answers"
import type { Sender } from "./sender"
import { chooseSite, type KnownSite, leaveSite, readableSite, watchHost } from "./sites"

/** What the router needs of the world: its clock and ids, and what follows from a change. */
export interface World extends Circumstances {
  /** Computes, stores and shows the overview anew. */
  refresh: () => Promise<Overview>
  /** Reads the open pages of described sites, which may have been open before there was anybody to read for. */
  readOpenPages: () => Promise<void>
}

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
  try {
    if (sender.trust === "own-page") {
      const parsed = ownMessageSchema.safeParse(raw)
      if (!parsed.success) throw new Refusal("not-understood")
      return { ok: true, value: await carryOut(database, world, parsed.data) }
    }
    if (sender.trust === "page") {
      const known = await readableSite(database, sender.url)
      if (!known) throw new Refusal("not-allowed")
      const parsed = pageMessageSchema.safeParse(raw)
      if (!parsed.success) throw new Refusal("not-understood")
      const { host, tab } = sender
      return { ok: true, value: await hear(database, world, parsed.data, { ...known, host, tab }) }
    }
    throw new Refusal("not-allowed")
  } catch (error) {
    const failure = failureOf(error)
    if (failure === "internal") console.error(error)
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
  if (message.type === "page-opened") return { site: sender.site }
  if (message.type === "hint-answered") {
    await answerHint(database, await world.refresh(), message.hint, message.answer, world.now())
    return {}
  }
  const participant = await currentParticipant(database)
  if (!participant) throw new Refusal("unknown-participant")
  const { now, newId } = world
  const noted = await notePageRead(database, message, sender, {
    participant: participant.id,
    now: now(),
    newId,
  })
  const overview = await world.refresh()
  const signals = message.observations.map(({ signal }) => signal)
  // What was not understood says nothing of where a card would help.
  const page = { site: sender.site, signals, tab: sender.tab }
  return { noted, hint: message.kind === "read" ? await hintFor(database, overview, page, now()) : null }
}

/** A message of a page of our own. */
async function carryOut(database: JejakDatabase, world: World, message: OwnMessage): Promise<Answer> {
  const changes = changesTo(database, world)
  switch (message.type) {
    case "overview":
      return world.refresh()
    case "permissions-changed":
      return readAndRefresh(world)
    case "judge-address":
      return judgeTab(database, message.url)
    case "export-backup": {
      const backup = await readBackup(database, world.now())
      return {
        fileName: `jejak-${backup.exportedAt.slice(0, 10)}.json`,
        json: JSON.stringify(backup, null, 1),
      }
    }
    case "import-backup": {
      const backup = parseBackup(
        message.backup,
        programmes.map(({ id }) => id),
      )
      const restored = await restoreBackup(database, backup)
      await world.refresh()
      return restored
    }
    case "add-participant":
      await changes.addParticipant(message)
      return refreshAndRead(world)
    case "change-participant":
      await changes.changeParticipant(message)
      return world.refresh()
    case "say-step":
      await changes.sayStep(message)
      return world.refresh()
    case "answer":
      await changes.answer(message)
      return world.refresh()
    case "retract":
      await changes.retract(message)
      return world.refresh()
    case "describe-training":
      await changes.describeTraining(message)
      return world.refresh()
    case "say-same":
      await changes.saySame(message)
      return world.refresh()
    case "not-mine":
      await changes.notMine(message)
      return world.refresh()
    case "check":
      await changes.check(message)
      return world.refresh()
    case "wrong-codes":
      await changes.wrongCodes(message)
      return world.refresh()
    case "choose-site":
      await chooseSite(database, message.site)
      return readAndRefresh(world)
    case "watch-site": {
      const participant = await database.participants.get(message.participant)
      if (!participant) throw new Refusal("unknown-participant")
      const { host, training } = message
      const wish = { host, participant: participant.id, training }
      await watchHost(database, programmeById(participant.programme), wish)
      return readAndRefresh(world)
    }
    case "leave-site":
      await leaveSite(database, message.site)
      return world.refresh()
    case "change-preferences":
      await savePreferences(database, message.preferences)
      return world.refresh()
    case "reminder":
      return reminderOf(database, await world.refresh(), message.reminder)
    case "snooze":
      await snooze(database, await world.refresh(), message.reminder, message.until)
      return world.refresh()
  }
}

/** For when pages that are already open may be read that could not be before. */
async function refreshAndRead({ refresh, readOpenPages }: World): Promise<Overview> {
  const overview = await refresh()
  await readOpenPages()
  return overview
}

/** For when sites may be read that could not be before: registering their readers is what makes them so. */
async function readAndRefresh({ refresh, readOpenPages }: World): Promise<Overview> {
  await readOpenPages()
  return refresh()
}

async function judgeTab(database: JejakDatabase, url: string): Promise<TabJudgement> {
  const participant = await currentParticipant(database)
  const asked = participant && watchable(programmeById(participant.programme), url)
  return { ...judgeAddress(url), ...(asked && { watchable: asked }) }
}
