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
