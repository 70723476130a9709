import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import packageJson from "../package.json"
import { manifestPlan, TARGETS } from "../plasmo.config"

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8")

/** Characters that the stores take of a summary. */
const MOST_OF_A_SUMMARY = 132
/** As many as the stores show. */
const MOST_PICTURES = 5
const MOST_OF_A_PICTURE = 300 * 1024

describe("the texts for the stores", () => {
  it.each(["id", "en"])("have a summary that the stores take (%s)", (language) => {
    const [, summary = ""] = /^> (.+)$/m.exec(read(`store/${language}.md`)) ?? []
    expect(summary).not.toBe("")
    expect(summary.length).toBeLessThanOrEqual(MOST_OF_A_SUMMARY)
    const { extensionDescription } = JSON.parse(read(`locales/${language}/messages.json`))
    expect(extensionDescription.message.length).toBeLessThanOrEqual(MOST_OF_A_SUMMARY)
  })

  it.each(TARGETS)("tell reviewers of every permission of %s", (target) => {
    const { permissions, host_permissions, optional_host_permissions } = manifestPlan(target)
    const notes = read("store/reviewer-notes.md")
    for (const permission of [...permissions, ...host_permissions])
      expect(notes).toContain(`\`${permission}\``)
    expect(optional_host_permissions).toContain("https://*/*")
    expect(notes).toContain("`https://*/*`")
  })
})

describe("the pictures for the stores", () => {
  const folder = (language: string) => new URL(`../store/screenshots/${language}/`, import.meta.url)
  const names = (language: string) => readdirSync(folder(language)).sort()

  it.each(["id", "en"])(
    "are a few, small, of the size that the stores ask for, the same in each language (%s)",
    (language) => {
      expect(names(language)).toEqual(names("id"))
      expect(names(language).length).toBeGreaterThan(0)
      expect(names(language).length).toBeLessThanOrEqual(MOST_PICTURES)
      for (const name of names(language)) {
        const picture = readFileSync(new URL(name, folder(language)))
        expect(picture.subarray(1, 4).toString(), name).toBe("PNG")
        expect([picture.readUInt32BE(16), picture.readUInt32BE(20)], name).toEqual([1280, 800])
        expect(picture.length, name).toBeLessThan(MOST_OF_A_PICTURE)
      }
    },
  )
})

describe("the changelog", () => {
  it("has a section for this version", () => {
    expect(read("CHANGELOG.md")).toMatch(
      new RegExp(`^## ${packageJson.version.replaceAll(".", "\\.")} – `, "m"),
    )
  })
})
