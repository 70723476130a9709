import { describe, expect, it } from "vitest"
import { importsOf, type SourceFile, sourceFiles } from "./sources"

/** From top to bottom, as in docs/architecture.md. A room imports from those below it only. */
const FLOORS = [
  ["popup", "options", "tabs"],
  ["contents"],
  ["later"],
  ["background"],
  ["page"],
  ["ui"],
  ["messages"],
  ["storage"],
  ["reader"],
  ["journey"],
  ["programmes", "sealing"],
]
/** What a browser starts; no other room imports from them. */
const ENTRIES = ["popup", "options", "tabs", "contents", "later", "background"]
/** The words of the pages, which no room owns. */
const SHARED = /^\.\.\/locales\/.*$/

const PURE = ["reader", "journey", "programmes", "sealing"]
const BROWSER_PACKAGES = ["webextension-polyfill", "dexie", "react", "react-dom"]
const HEAVY_PACKAGES = [...BROWSER_PACKAGES, "zod"]

const room = (path: string) => path.split("/")[0] ?? ""
const floor = (path: string) => FLOORS.findIndex((rooms) => rooms.includes(room(path)))

/** One line for each import that does not point down. */
function wrongDirections(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ target, isPackage }) => {
        if (isPackage || room(target) === room(file.path) || SHARED.test(target)) return false
        return ENTRIES.includes(room(target)) || floor(file.path) >= floor(target)
      })
      .map(({ target }) => `${file.path} imports ${target}`),
  )
}

/** One line for each browser, storage or page package in a room that is pure. */
function impurities(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => PURE.includes(room(path)))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target, isPackage }) => isPackage && BROWSER_PACKAGES.includes(target))
        .map(({ target }) => `${file.path} imports ${target}`),
    )
}

/** The packages that come into pages with the content scripts, each with the way by which it comes. */
function heavyWays(files: readonly SourceFile[]): string[] {
  return waysTo(files, ["contents", "page", "reader"], HEAVY_PACKAGES)
}

/** The same for what the background needs of pages of ours. */
function reactWays(files: readonly SourceFile[]): string[] {
  return waysTo(files, ["background"], ["react", "react-dom"])
}

/** One line for each of these packages that these rooms bring along. */
function waysTo(
  files: readonly SourceFile[],
  rooms: readonly string[],
  packages: readonly string[],
): string[] {
  const byName = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ""), file]))
  const seen = new Set<string>()
  const ways: string[] = []
  const follow = (file: SourceFile, way: string) => {
    if (seen.has(file.path)) return
    seen.add(file.path)
    for (const { target, isPackage, typeOnly } of importsOf(file)) {
      if (typeOnly) continue
      if (isPackage && packages.includes(target)) ways.push(`${way} > ${target}`)
      const next = isPackage ? undefined : byName.get(target)
      if (next) follow(next, `${way} > ${target}`)
    }
  }
  for (const file of files) if (rooms.includes(room(file.path))) follow(file, file.path)
  return ways
}

describe("the rooms of src/", () => {
  const files = sourceFiles()

  it("are all known", () => {
    expect(files.map(({ path }) => path).filter((path) => floor(path) < 0)).toEqual([])
  })

  it("import only from rooms below them", () => {
    expect(wrongDirections(files)).toEqual([])
  })

  it("know no browser where they are pure", () => {
    expect(impurities(files)).toEqual([])
  })

  it("bring no React into the background but by the script that paints", () => {
    expect(reactWays(files)).toEqual([])
  })

  it("bring no library into pages", () => {
    expect(heavyWays(files)).toEqual([])
  })
})

describe("the watch over the rooms", () => {
  const file = (path: string, ...specifiers: string[]): SourceFile => ({
    path,
    text: specifiers.map((each, n) => `import { x${n} } from "${each}"`).join("\n"),
  })

  it("sees an import that points up, sideways or at an entry", () => {
    expect(wrongDirections([file("journey/fold.ts", "../storage/facts")])).toHaveLength(1)
    expect(wrongDirections([file("popup/index.tsx", "../tabs/welcome")])).toHaveLength(1)
    expect(wrongDirections([file("popup/index.tsx", "../background/index")])).toHaveLength(1)
    expect(wrongDirections([file("programmes/schema.ts", "../journey/fold")])).toHaveLength(1)
    expect(wrongDirections([file("programmes/schema.ts", "../programmes/steps")])).toEqual([])
    expect(wrongDirections([file("background/index.ts", "../journey/fold", "./alarms")])).toEqual([])
  })

  it("sees a library behind two imports, and lets types pass", () => {
    const reader = file("reader/read.ts", "../journey/facts")
    const facts = file("journey/facts.ts", "zod/mini")
    expect(heavyWays([file("contents/page.ts", "../reader/read"), reader, facts])).toEqual([
      "contents/page.ts > reader/read > journey/facts > zod",
    ])
    const typed = { path: "reader/read.ts", text: `import type { Fact } from "../journey/facts"` }
    expect(heavyWays([file("contents/page.ts", "../reader/read"), typed, facts])).toEqual([])
    const painter = file("ui/painter.tsx", "react-dom/server")
    expect(reactWays([file("background/painting.ts", "../ui/painter"), painter])).toHaveLength(1)
    expect(impurities([file("journey/fold.ts", "react-dom/client")])).toHaveLength(1)
  })
})
