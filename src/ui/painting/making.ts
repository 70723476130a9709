import type { Overview, TabJudgement } from "../../messages/overview"
import { language } from "../language/words"
import { holdsUntil } from "./holds-until"
import { contentOf, type Painted, type Painting } from "./painting"

/** Nothing is kept of whom a passphrase protects; and a click that asks the browser for an access has to be the person's own. */
export function mayBeKept({ people, participant, journey, missingAccess }: Overview): boolean {
  const isProtected = people.some(({ current, kdf }) => current && kdf !== undefined)
  return !isProtected && participant !== undefined && journey !== undefined && missingAccess.length === 0
}

/** Of any other site than an official one nothing stays when the popup is closed. */
export function isToldOf(verdict: TabJudgement | undefined): verdict is TabJudgement {
  return verdict?.kind === "official" && !verdict.watchable
}

/**
 * The painting of what is shown, in the language that is spoken.
 * @param verdict on the tab that something is told of @param now milliseconds
 */
export function paintingWith(
  content: readonly Painted[],
  overview: Overview,
  verdict: TabJudgement | undefined,
  now: number,
): Painting {
  return {
    stamp: overview.stamp ?? "",
    until: holdsUntil(overview, lengthsIn(content), now),
    offset: new Date(now).getTimezoneOffset(),
    language: language(),
    ...(verdict && { verdict: JSON.stringify({ ...verdict, tab: undefined }) }),
    content: contentOf(content),
  }
}

/** The instants of which is told how far away they are. */
function lengthsIn(content: readonly Painted[]): string[] {
  return content.flatMap((each) => {
    if (typeof each === "string") return []
    const [, { "data-until": until }, ...inside] = each
    return [...(until === undefined ? [] : [until]), ...lengthsIn(inside)]
  })
}
