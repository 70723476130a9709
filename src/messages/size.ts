import { MOST_OF_A_BACKUP } from "./limits"
import type { Trust } from "./trust"

/** How much a message may hold: levels of nesting, values of any kind, and characters of texts and names together. */
interface Limits {
  depth: number
  values: number
  characters: number
}

/** Twice of what the largest message of each kind holds; its schema then says what exactly it may be. */
const LIMITS: Record<Trust, Limits> = {
  // Two hundred observations of two dozen values each.
  page: { depth: 6, values: 10_000, characters: 500_000 },
  // A backup's text; or the thousand facts of a training that is split.
  "own-page": { depth: 6, values: 3_000, characters: MOST_OF_A_BACKUP + 100_000 },
}

/**
 * Whether something is plain data of a size that is worth parsing: records, lists, texts, finite numbers, yes or no, nothing.
 * A schema looks at every element of a list before it counts them; this stops at the first that is too much. Pure; never throws.
 */
export function isBearable(raw: unknown, trust: Trust): boolean {
  try {
    return measured(raw, LIMITS[trust])
  } catch {
    // Only what lives throws when it is looked at, and nothing that lives comes in a message.
    return false
  }
}

function measured(raw: unknown, { depth: deepest, values: most, characters: longest }: Limits): boolean {
  const left: { value: unknown; depth: number }[] = [{ value: raw, depth: 1 }]
  let [values, characters] = [1, 0]
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, depth } = next
    if (typeof value === "string") characters += value.length
    else if (typeof value === "object" && value !== null) {
      if (depth >= deepest || !isPlain(value)) return false
      const names = Array.isArray(value) ? value.length : Object.keys(value)
      values += typeof names === "number" ? names : names.length
      // Before anything of it is looked at: a list may claim to be longer than memory.
      if (values > most) return false
      if (typeof names !== "number") for (const name of names) characters += name.length
      for (const each of Object.values(value)) left.push({ value: each, depth: depth + 1 })
    } else if (!isPlainValue(value)) return false
    if (characters > longest) return false
  }
  return true
}

/** A list, or a record of any realm: browsers copy messages from one into another. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true
  if (Object.prototype.toString.call(value) !== "[object Object]") return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function isPlainValue(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value))
  )
}
