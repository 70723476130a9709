import type { HintView } from "../../messages/overview"

/** Where the reader finds the card's script, which is put into a page only once there is a card to show. */
const PORT = Symbol.for("jejak.hint")

/** Shows a card in place of the one before, takes it away (`null`), or looks anew whether it is in the way (the same). */
export type Port = (hint: HintView | null) => void

const place = globalThis as { [PORT]?: Port | undefined }

/** Tells the card's script, where there is one. A mistake of the card's is none of the reader's. */
export const tellCard: Port = (hint) => {
  try {
    place[PORT]?.(hint)
  } catch {}
}

/** Makes a port the page's own, unless there is one already. */
export function registerPort(make: () => Port): void {
  place[PORT] ??= make()
}

/** The reader goes, and with it the card and what was closed in this page. */
export function endPort(): void {
  tellCard(null)
  delete place[PORT]
}
