import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import packageJson from "../package.json"
import { manifestPlan, TARGETS } from "../plasmo.config"

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8")

/** Characters that the stores take of a summary. */
const MOST_OF_A_SUMMARY = 132

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

describe("the changelog", () => {
  it("has a section for this version", () => {
    expect(read("CHANGELOG.md")).toMatch(
      new RegExp(`^## ${packageJson.version.replaceAll(".", "\\.")} – `, "m"),
    )
  })
})
