import type { Overview, TabJudgement } from "../messages/overview"
import { judgeAddress } from "../programmes/address"
import { programmeById } from "../programmes/registry"
import { watchable } from "../programmes/watchable"
import type { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/people"
import type { Handlers, World } from "./handlers"
import { shapeOfTab } from "./page-shape"
import { readableSite } from "./readable-site"
import { Refusal } from "./refusal"
import { chooseSite, leaveSite, watchHost } from "./sites"

/** Which sites are read, and what is known of the one in a tab. */
export const siteHandlers: Handlers<
  "choose-site" | "watch-site" | "leave-site" | "permissions-changed" | "judge-address" | "page-shape"
> = {
  "choose-site": async ({ site }, database, world) => {
    await chooseSite(database, site)
    return readAndRefresh(world)
  },
  "watch-site": async ({ participant: id, host, training }, database, world) => {
    const participant = await database.participants.get(id)
    if (!participant) throw new Refusal("unknown-participant")
    await watchHost(database, programmeById(participant.programme), { host, participant: id, training })
    return readAndRefresh(world)
  },
  "leave-site": async ({ site }, database, world) => {
    await leaveSite(database, site)
    return world.refresh()
  },
  "permissions-changed": (_message, _database, world) => readAndRefresh(world),
  "judge-address": ({ url }, database) => judgeTab(database, url),
  "page-shape": ({ tab }, database) => shapeOfTab(database, tab),
}

/** For when sites may be read that could not be before: registering their readers is what makes them so. */
async function readAndRefresh({ refresh, readOpenPages }: World): Promise<Overview> {
  await readOpenPages()
  return refresh()
}

async function judgeTab(database: JejakDatabase, url: string): Promise<TabJudgement> {
  const participant = await currentParticipant(database)
  const asked = participant && watchable(programmeById(participant.programme), url)
  const readable = await readableSite(database, url)
  return {
    ...judgeAddress(url),
    ...(asked && { watchable: asked }),
    ...(readable && { readable: readable.health }),
  }
}
