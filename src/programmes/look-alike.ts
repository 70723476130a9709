import { distance } from "fastest-levenshtein"
import { decoded, isWithDigits, lettering, looksLike } from "./lettering"
import type { Programme } from "./schema"

/** The official host that an address looks like, and by what. */
export interface LookAlike {
  host: string
  by: "spelling" | "digits" | "ending" | "script" | "inside"
}

type Brand = Programme["hosts"]["brands"][number]

/** Pairs of letters that look like one. */
const DOUBLES = [
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
] as const

/** From so many letters on, a name is taken for another that differs in one letter, or in two. */
const LONG_ENOUGH_FOR_ONE = 6
const LONG_ENOUGH_FOR_TWO = 10

/**
 * The part of a host that somebody registered: its last two labels, or three where the last two are a country's
 * ending (`go.id`, `co.id`).
 */
function registered(host: string): string {
  const labels = host.split(".")
  const [second = "", last = ""] = labels.slice(-2)
  return labels.slice(last.length === 2 && second.length <= 3 ? -3 : -2).join(".")
}

/** Every host that is official by its name. */
export function officialHosts({ hosts, sites }: Programme): string[] {
  return [...new Set([...hosts.official, ...sites.flatMap((site) => site.hosts)])]
}

/** Whether a host, official or not, belongs to those who own an official one: it imitates nobody. */
export function isOwners(programme: Programme, host: string): boolean {
  const owned = [
    ...officialHosts(programme).map(registered),
    ...programme.hosts.brands.flatMap(({ own = [] }) => own),
  ]
  return owned.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

/** The official host that a host, which is none itself, looks like; `undefined` when it looks like none. */
export function lookAlike(programme: Programme, host: string): LookAlike | undefined {
  return wholeHost(programme, host) ?? inside(programme, host) ?? ofBrand(programme, host)
}

/** Letter by letter an official host, but for foreign letters or digits. Also for names that are ordinary words. */
function wholeHost(programme: Programme, host: string): LookAlike | undefined {
  const own = host.split(".").map(lettering)
  for (const official of officialHosts(programme)) {
    const wanted = official.split(".")
    if (wanted.length !== own.length) continue
    const every = (is: (text: string, label: string) => boolean) =>
      wanted.every((label, i) => is(own[i]?.text ?? "", label))
    if (own.some(({ foreign }) => foreign) && every(looksLike)) return { host: official, by: "script" }
    if (every((text, label) => text === label || isWithDigits(text, label)))
      return { host: official, by: "digits" }
    const odd = wanted.flatMap((label, i) => (own[i]?.text === label ? [] : [i]))
    const at = odd[0] ?? 0
    const isName = odd.length === 1 && wanted.length > 2 && at === wanted.length - 2
    if (isName && isMisspelt(own[at]?.text ?? "", wanted[at] ?? "")) return { host: official, by: "spelling" }
  }
  return undefined
}

/** Holds an official host's whole name, between dots or hyphens, though its ending makes it another's. */
function inside(programme: Programme, host: string): LookAlike | undefined {
  const own = host.split(".").map(lettering)
  const text = own.map((label) => label.text).join(".")
  const flat = (name: string) => `-${name.replace(/[.-]+/g, "-")}-`
  const names = [
    ...officialHosts(programme)
      // Two ordinary words in a row are no name.
      .filter((name) => name.split(".").length > 2 || isBranded(programme, name))
      .map((name) => ({ name, host: name })),
    ...programme.hosts.brands.map((brand) => ({ name: registered(brand.host), host: brand.host })),
  ].sort((a, b) => b.name.length - a.name.length)
  const found = names.find(({ name }) => flat(text).includes(flat(name)))
  if (!found) return undefined
  if (own.some(({ foreign }) => foreign)) return { host: found.host, by: "script" }
  const after = text.startsWith(`${found.name}.`) ? text.slice(found.name.length + 1) : ""
  return { host: found.host, by: after !== "" && isEnding(after.split(".")) ? "ending" : "inside" }
}

function isBranded({ hosts }: Programme, name: string): boolean {
  return hosts.brands.some(({ label }) => name.split(".").includes(label))
}

/** One of its labels is a brand's, differently spelt or with another ending. */
function ofBrand(programme: Programme, host: string): LookAlike | undefined {
  const labels = host.split(".")
  for (const brand of programme.hosts.brands) {
    for (const [i, label] of labels.slice(0, -1).entries()) {
      const rest = labels.slice(i + 1)
      if (isReserved(programme, labels.slice(i).join("."))) continue
      const by = likeness(label, rest, brand)
      if (by) return { host: brand.host, by }
    }
  }
  return undefined
}

function likeness(label: string, rest: readonly string[], brand: Brand): LookAlike["by"] | undefined {
  const { text } = lettering(label)
  const shown = decoded(label)
  const lettered = [shown.replaceAll("-", ""), ...shown.split("-")].map(lettering)
  if (lettered.some((part) => part.foreign && looksLike(part.text, brand.label))) return "script"
  const parts = lettered.map((part) => part.text)
  if (text === brand.label) return isEnding(rest) ? "ending" : undefined
  if (parts.some((part) => isWithDigits(part, brand.label))) return "digits"
  const wordless = parts.map((part) => part.replace(/\d/g, ""))
  if (!brand.exact && wordless.some((part) => isMisspelt(part, brand.label))) return "spelling"
  return parts[0] === brand.label ? "spelling" : undefined
}

/** Whether a name differs from another by no more than may be overlooked in a name of that length. */
function isMisspelt(name: string, wanted: string): boolean {
  if (name === wanted || wanted.length < LONG_ENOUGH_FOR_ONE) return false
  if (distance(name, wanted) <= (wanted.length >= LONG_ENOUGH_FOR_TWO ? 2 : 1)) return true
  if (DOUBLES.some(([two, one]) => name.replaceAll(two, one) === wanted)) return true
  return hasTwoSwapped(name, wanted)
}

function hasTwoSwapped(name: string, wanted: string): boolean {
  if (name.length !== wanted.length) return false
  const i = Array.from(wanted).findIndex((letter, at) => name[at] !== letter)
  const swapped = wanted.slice(0, i) + (wanted[i + 1] ?? "") + (wanted[i] ?? "") + wanted.slice(i + 2)
  return name === swapped
}

/** Whether labels are nothing but an ending (`com`, `co.id`): what stands before them is the whole name. */
function isEnding(labels: readonly string[]): boolean {
  return labels.length === 1 || labels.every((label) => label.length <= 3)
}

/** Whether a host stands below one of a public office's own: an ending such as `go.id` is given to nobody else. */
export function isReserved({ hosts }: Programme, host: string): boolean {
  const ending = hosts.reservedEndings.find((each) => host.endsWith(each))
  return ending !== undefined && host.slice(0, -ending.length).includes(".")
}
