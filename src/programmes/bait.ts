import { lettering } from "./lettering"
import type { Programme } from "./schema"

/**
 * Whether a host joins a wallet's name with a lure, as the links do that are sent around with promises of money. Each
 * must stand as a word of its own or among nothing but words of that kind: `perdana` holds no wallet's name.
 */
export function isBait({ hosts: { baits } }: Programme, host: string): boolean {
  if (baits.real.some((real) => host === real || host.endsWith(`.${real}`))) return false
  const text = host
    .split(".")
    .map((label) => lettering(label).text)
    .join(".")
  const joined = text.replace(/[^a-z]/g, "")
  if (baits.ordinary.some((phrase) => joined.includes(phrase))) return false
  const words = new RegExp(`^(?:${[...baits.names, ...baits.lures, ...baits.fillers].join("|")})+$`)
  const told = text.split(/[^a-z]+/).filter((part) => words.test(part))
  const holds = (list: readonly string[]) =>
    told.some((part) => segments(part, baits).some((each) => list.includes(each)))
  return holds(baits.names) && holds(baits.lures)
}

/** The words of which a text is made, longest first at each place. */
function segments(text: string, { names, lures, fillers }: Programme["hosts"]["baits"]): string[] {
  const words = [...names, ...lures, ...fillers].sort((a, b) => b.length - a.length)
  const split = (rest: string): string[] | undefined => {
    if (rest === "") return []
    for (const word of words) {
      if (!rest.startsWith(word)) continue
      const after = split(rest.slice(word.length))
      if (after) return [word, ...after]
    }
    return undefined
  }
  return split(text) ?? []
}
