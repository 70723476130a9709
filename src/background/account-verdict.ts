import type { Shown } from "../storage/accounts"
import type { Account } from "../storage/database"

/** What follows from the account that a page shows. */
export type Verdict =
  /** The current participant's, or the first that is seen of the only one there is. */
  | { is: "own" }
  /** Known to be nobody's here. */
  | { is: "nobody" }
  /** Another participant's, or nobody can tell whose. */
  | { is: "asked"; belongsTo?: string }

/** Whose journey is looked at, and all that is known of accounts. */
export interface Known {
  current: string
  /** Ids of all participants on this browser. */
  people: readonly string[]
  accounts: readonly Account[]
}

/** A card and an address are one person's; a name may be that of two. */
export const isStrong = ({ kind }: Pick<Shown, "kind">) => kind !== "name"

/**
 * Whose the account is that a page shows. A known card or address decides; a known name only where neither is known, and
 * not for somebody of whom another card or address is.
 * @param shown at least one fingerprint
 */
export function accountVerdict(shown: readonly Shown[], { current, people, accounts }: Known): Verdict {
  const valid = accounts.filter(({ participant }) => participant === null || people.includes(participant))
  const found = valid.filter((account) => shown.some((one) => one.fingerprint === account.fingerprint))
  if (found.length === 0) {
    const isFirst = people.length === 1 && !valid.some(({ participant }) => participant === current)
    return { is: isFirst ? "own" : "asked" }
  }
  const strong = found.filter(isStrong)
  const owners = new Set((strong.length > 0 ? strong : found).map(({ participant }) => participant))
  const [owner = null] = owners
  if (owners.size > 1) return { is: "asked" }
  if (strong.length === 0) {
    const others = new Set(shown.filter(isStrong).map(({ kind }) => kind))
    const contradicts = valid.some(({ kind, participant }) => participant === owner && others.has(kind))
    if (contradicts || (owner === null && others.size > 0)) return { is: "asked" }
  }
  if (owner === null) return { is: "nobody" }
  return owner === current ? { is: "own" } : { is: "asked", belongsTo: owner }
}
