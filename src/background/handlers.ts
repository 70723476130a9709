import type { OwnMessage } from "../messages/messages"
import type { Overview, Replies } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"
import type { Circumstances } from "./change"

/** What a handler needs of the world: its clock and ids, and what follows from a change. */
export interface World extends Circumstances {
  /** Computes, stores and shows the overview anew. */
  refresh: () => Promise<Overview>
  /** The same; settles once it is stored. What follows from it is done all the same. */
  show: () => Promise<Overview>
  /**
   * Reads the open pages of described sites, which may have been open before there was anybody to read for. With
   * `somebody-else` only what is watched for the one who is looked at now: what else is open was shown to another, and is
   * read again once it has gone elsewhere.
   */
  readOpenPages: (to?: "somebody-else") => Promise<void>
}

export type MessageOf<Type extends OwnMessage["type"]> = Extract<OwnMessage, { type: Type }>

/** Carries messages of our own pages out; each by its type. All may throw a `Refusal` or Dexie errors. */
export type Handlers<Type extends OwnMessage["type"]> = {
  [T in Type]: (message: MessageOf<T>, database: JejakDatabase, world: World) => Promise<Replies[T]>
}
