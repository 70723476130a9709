import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/*
 * Whose code is in the extension and under which licence: docs/licences.md, and `licences.txt` in the build, since those licences
 * ask that their text goes with the code. What only builds and tests is not in it and is counted.
 */

const root = fileURLToPath(new URL("..", import.meta.url))

/** What the bundler puts around or before our code: its own loader, and the mounting of pages. */
const OF_THE_BUNDLER = ["@parcel/packager-js", "@swc/helpers", "plasmo"]

/** Licences (SPDX) under which a package may go into the extension. */
export const ALLOWED_SHIPPED: readonly string[] = ["Apache-2.0", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"]

/** And those under which one may build or test it, besides: it does not leave the machine. */
export const ALLOWED_BESIDE: readonly string[] = [
  ...ALLOWED_SHIPPED,
  "0BSD",
  "BSD-2-Clause",
  "BlueOak-1.0.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "LGPL-3.0-or-later",
  "MIT-0",
  "Python-2.0",
]

/** A package of the lock file. */
export interface LockedPackage {
  name: string
  version: string
  /** SPDX, as its package.json says. */
  licence: string
  shipped: boolean
}

interface LockEntry {
  version?: string
  license?: string
  dev?: boolean
}

/** Every package of the lock file, by name and version; each once. */
export function lockedPackages(): LockedPackage[] {
  const lock: { packages: Record<string, LockEntry> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  )
  const all = Object.entries(lock.packages).flatMap(([path, { version = "", license = "", dev }]) => {
    const name = path.split("node_modules/").at(-1) ?? ""
    if (name === "") return []
    const shipped = !dev || (OF_THE_BUNDLER.includes(name) && path === `node_modules/${name}`)
    return [{ name, version, licence: license, shipped }]
  })
  const once = new Map<string, LockedPackage>()
  for (const each of all) {
    const key = `${each.name} ${each.version}`
    once.set(key, { ...each, shipped: each.shipped || once.get(key)?.shipped === true })
  }
  return [...once.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
}

/** The licences that an SPDX expression names. */
export function licencesIn(expression: string): string[] {
  return expression
    .replace(/[()]/g, "")
    .split(/ (?:AND|OR) /)
    .map((each) => each.trim())
}

/** The files of a package that hold its licence's text. @throws Error when it holds none */
function textFiles(name: string): string[] {
  const files = readdirSync(join(root, "node_modules", name))
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
  if (files.length === 0) throw new Error(`${name} holds no text of its licence: write one down for it`)
  return files
}

function sourceOf(name: string): string {
  const { homepage, repository } = JSON.parse(
    readFileSync(join(root, "node_modules", name, "package.json"), "utf8"),
  )
  const url: string = (typeof repository === "string" ? repository : repository?.url) ?? homepage ?? ""
  return url.replace(/^git\+/, "").replace(/\.git$/, "")
}

const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8").replaceAll("\r\n", "\n")

/** The text that goes with the extension: its own licence, and those of all that is in it. */
export function licencesText(): string {
  const rule = "=".repeat(80)
  const parts = lockedPackages()
    .filter(({ shipped }) => shipped)
    .map(({ name, version, licence }) => {
      const texts = textFiles(name).map((file) => read("node_modules", name, file).trim())
      return [rule, `${name} ${version} (${licence})`, sourceOf(name), "", texts.join("\n\n")].join("\n")
    })
  const head = "Jejak, and the packages whose code is in it. None of them was changed but by bundling."
  // Without the mark a browser would not take a text file for UTF-8.
  return `\u{feff}${[head, `${rule}\nJejak\n\n${read("LICENSE").trim()}`, ...parts].join("\n\n")}\n`
}

/** The whole of docs/licences.md. */
export function licencesDocument(): string {
  const all = lockedPackages()
  const rows = all
    .filter(({ shipped }) => shipped)
    .map(
      ({ name, version, licence }) =>
        `| ${name} | ${version} | ${licence} | ${textFiles(name)
          .map((file) => `\`${file}\``)
          .join(", ")} |`,
    )
  const counts = new Map<string, number>()
  for (const { licence, shipped } of all) if (!shipped) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  const counted = [...counts]
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .map(([licence, count]) => `| ${licence} | ${count} |`)
  return [
    "# Whose code this is, and under which licence",
    "Written by `npm run docs` from the lock file; a test compares it, and holds that no other licence comes in (`scripts/licences.ts`\nlists those that may).",
    "## In the extension",
    "What is imported, all that this needs in turn, and what the bundler adds of its own. The texts of these licences are in every\nbuild, as `licences.txt`, which the settings link to; they lie in each package's folder in the files named here.",
    ["| package | version | licence | text |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    "## For building and testing only",
    "Packages by the licence that they name. None of their code is in the extension.",
    ["| licence | packages |", "| --- | --- |", ...counted].join("\n"),
  ].join("\n\n")
}
