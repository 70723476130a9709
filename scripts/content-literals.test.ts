import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { ContentScriptRule } from "../plasmo.config"
import { contentScriptDifferences } from "./content-literals"

const rule: ContentScriptRule = {
  matches: ["https://a.example/*"],
  run_at: "document_idle",
  all_frames: false,
}

describe("contentScriptDifferences", () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "contents-"))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const differences = (source: string) => {
    writeFileSync(join(folder, "page.ts"), source)
    return contentScriptDifferences(folder, rule)
  }

  it("accepts the literals of the rule, all of them or only the matches", () => {
    expect(differences(`export const config: PlasmoCSConfig = { matches: ["https://a.example/*"] }`)).toEqual(
      [],
    )
    expect(differences(`export const config = ${JSON.stringify(rule)}`)).toEqual([])
  })

  it.each([
    ["another host", `export const config = { matches: ["https://b.example/*"] }`],
    ["a host more", `export const config = { matches: ["https://a.example/*", "https://b.example/*"] }`],
    ["no matches", `export const config = { run_at: "document_idle" }`],
    ["imported matches", `import { matches } from "./hosts"\nexport const config = { matches }`],
    ["spread matches", `export const config = { matches: [...hosts] }`],
    ["a spread config", `export const config = { ...shared, matches: ["https://a.example/*"] }`],
    [
      "another moment",
      `export const config = { matches: ["https://a.example/*"], run_at: "document_start" }`,
    ],
    ["another world", `export const config = { matches: ["https://a.example/*"], world: "MAIN" }`],
    ["a config that is not exported", `const config = { matches: ["https://a.example/*"] }`],
    ["a config that is no literal", `export const config = make()`],
    ["no config", `document.title`],
  ])("refuses %s", (_what, source) => {
    expect(differences(source)).not.toEqual([])
  })

  it("refuses a folder without a script, and whatever in it is none", () => {
    expect(contentScriptDifferences(folder, rule)).toHaveLength(1)
    mkdirSync(join(folder, "more"))
    expect(differences(`export const config = { matches: ["https://a.example/*"] }`)).toEqual([
      "more is no content script",
    ])
  })
})
