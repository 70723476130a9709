import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"

const sheets = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".css"))

/** What a sheet says for the dark, without the selectors. */
const inTheDark = (css: string) =>
  [...css.matchAll(/@media \(prefers-color-scheme: dark\) \{(.*?)\n\}/gs)].flatMap(([, block = ""]) =>
    [...block.matchAll(/([\w-]+):[^;{}]+;/g)].map(([, property]) => property),
  )

// In the dark, tests/access asks only for what is about colours.
it("lets the dark change nothing but values of our own", () => {
  const changed = sheets.flatMap((sheet) => inTheDark(readFileSync(join(import.meta.dirname, sheet), "utf8")))
  expect(changed).toContain("--ground")
  expect(changed.filter((property) => !property?.startsWith("--"))).toEqual([])
})
