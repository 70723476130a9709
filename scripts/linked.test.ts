import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { runInNewContext } from "node:vm"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { REST_FILE } from "../src/background/files"
import { backgroundScripts } from "./background"
import { linked } from "./linked"

// Whose names of files are asked for here runs in a browser.
vi.mock("webextension-polyfill", () => ({ default: {} }))

describe("the background's two scripts", async () => {
  const name = "static/background/index.js"
  const { files, modules, handed } = await backgroundScripts(name)
  const code = (path: string) => files.find((file) => file.path === path)?.code ?? ""

  it("have every module once", () => {
    const all = [...modules.first, ...modules.second]
    expect(modules.first).toContain("src/background/index.ts")
    expect(modules.second).toContain("src/background/rest.ts")
    expect(all.toSorted()).toEqual([...new Set(all)].sort())
  })

  it("hand over just what is asked for", () => {
    const given = /\{((?:[\w$]+:\(\)=>[^,{}]+,?){9,})\}/.exec(code(name))?.[1] ?? ""
    const taken = /\{((?:[\w$]+:[\w$]+,?){9,})\}=globalThis\.jejakShared/.exec(code(REST_FILE))?.[1] ?? ""
    const names = (list: string) => [...list.matchAll(/([\w$]+):/g)].map(([, each]) => each).sort()
    expect(names(given)).toEqual(handed.toSorted())
    expect(names(taken)).toEqual(handed.toSorted())
  })

  it("have in the first nothing that only counts days, or only our own pages ask for", () => {
    expect(modules.first.filter((path) => /temporal|look-alike|backup-schema|handle-/.test(path))).toEqual([])
    expect(modules.second.filter((path) => /dexie|zod\/v4\/core|registry|\/faults\.ts/.test(path))).toEqual(
      [],
    )
  })

  it("are the same bytes each time", async () => {
    expect((await backgroundScripts(name)).files).toEqual(files)
  })
})

describe("two scripts of one program", () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "jejak-linked-"))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const link = async (sources: Record<string, string>) => {
    for (const [file, source] of Object.entries(sources)) await writeFile(join(folder, file), source)
    const script = (name: string) => ({ name, source: join(folder, `${name}.js`) })
    return linked({ first: script("first"), second: script("second") })
  }
  const first = `import { Counted, count } from "./counter"; globalThis.told = [count(new Counted())]`
  const second = `import { Counted, count } from "./counter"
    import { twice } from "./twice"
    globalThis.told.push(count(new Counted()), count({}), twice(2))`

  it("share what they both need, with all that it remembers", async () => {
    const { files, modules } = await link({
      "first.js": first,
      "second.js": second,
      "twice.js": "export const twice = (n) => 2 * n",
      "counter.js": `export class Counted {}
        let seen = 0
        export function count(one) { if (one instanceof Counted) seen += 1; return seen }
        export const unasked = () => "nobody wants this"`,
    })
    const there: { told?: number[] } = {}
    for (const { path } of files.toReversed()) expect(["first.js", "second.js"]).toContain(path)
    for (const { code } of files) runInNewContext(code, there)
    expect(there.told).toEqual([1, 2, 2, 4])
    expect(modules.second.some((path) => path.endsWith("twice.js"))).toBe(true)
    expect(files.map(({ code }) => code).join()).not.toContain("nobody wants this")
  })

  it("are none where the second would keep what the first has replaced", async () => {
    const counter =
      "export let count = () => 0\nexport class Counted {}\nexport const change = () => { count = () => 1 }"
    await expect(
      link({
        "first.js": first,
        "second.js": second,
        "twice.js": "export const twice = Number",
        "counter.js": counter,
      }),
    ).rejects.toThrow("counter.js")
  })
})
