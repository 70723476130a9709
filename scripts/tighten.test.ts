import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { programmes } from "../src/programmes/registry"
import { descriptionOf } from "../src/reader/describe"
import { INNER_NAMES, READERS_NAMES } from "./tighten"

const keysOf = (all: unknown) => {
  const keys = new Set<string>()
  JSON.stringify(all, (key, value) => {
    keys.add(key)
    return value
  })
  return [...keys]
}
const sites = programmes.flatMap((programme) => programme.sites)
const inPacks = keysOf(programmes)
/** All that a page's script is given. */
const given = keysOf([sites, sites.map(descriptionOf)])

it.each(INNER_NAMES)("%s is nothing that a pack has", (name) => {
  expect(inPacks).not.toContain(name)
})

it.each([...INNER_NAMES, ...READERS_NAMES])("%s is nothing that a site or its description has", (name) => {
  expect(given).not.toContain(name)
})

/** What the reader calls by a text, which is not shortened with it. */
const calledByText = ["reader", "page", "page/card"].flatMap((room) => {
  const folder = join(__dirname, "../src", room)
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/\(\?<(\w+)>|"(\w+)" in /g)])
    .map(([, group, property]) => group ?? property)
})

it("leaves alone what patterns call their groups, and what is asked for by a text", () => {
  expect(calledByText).toContain("amount")
  expect([...INNER_NAMES, ...READERS_NAMES].filter((name) => calledByText.includes(name))).toEqual([])
})
