import { type OwnMessage, ownMessageSchema } from "../messages/messages"
import type { Replies } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"
import { changeHandlers } from "./handle-changes"
import { fileHandlers } from "./handle-files"
import { ownHandlers } from "./handle-own"
import { peopleHandlers } from "./handle-people"
import { siteHandlers } from "./handle-sites"
import type { Handlers, MessageOf, World } from "./handlers"
import { Refusal } from "./refusal"

const HANDLERS: Handlers<OwnMessage["type"]> = {
  ...ownHandlers,
  ...peopleHandlers,
  ...changeHandlers,
  ...siteHandlers,
  ...fileHandlers,
}

/** A message of a page of our own. @throws Refusal for what is none, and whatever its handler throws */
export async function carryOut(
  database: JejakDatabase,
  world: World,
  raw: unknown,
): Promise<Replies[OwnMessage["type"]]> {
  const parsed = ownMessageSchema.safeParse(raw)
  if (!parsed.success) throw new Refusal("not-understood")
  return handle(database, world, parsed.data)
}

function handle<Type extends OwnMessage["type"]>(
  database: JejakDatabase,
  world: World,
  message: MessageOf<Type>,
): Promise<Replies[Type]> {
  return HANDLERS[message.type as Type](message, database, world)
}
