import { isOrphan, send } from "../extension"
import { type Card, HOST, openCard } from "./card"
import { registerPort } from "./port"
import { own } from "./unnamed"

/** Shows in this page the cards that the reader hands over, one at a time. */
export function showHints(): void {
  if (window.top !== window) return
  registerPort(() => {
    // One that an earlier installation has left behind.
    for (const stale of own("querySelectorAll")(`body>${HOST}`)) stale.remove()
    const closed = new Set<string>()
    let card: Card | undefined
    let shown = ""

    return (hint) => {
      const said = JSON.stringify(hint)
      if (said === shown && !isOrphan()) {
        card?.place()
        return
      }
      card?.remove()
      card = undefined
      shown = said
      // A document without a body shows nobody a card.
      if (!hint || closed.has(hint.id) || isOrphan() || !own("body")) return
      card = openCard(hint, (answer) => {
        if (answer !== "close") void send({ type: "hint-answered", hint: hint.id, answer }).catch(() => {})
        if (answer === "open") return
        closed.add(hint.id)
        card?.remove()
        card = undefined
      })
    }
  })
}
