import { expect, it } from "vitest"
import { programmes } from "../src/programmes/registry"
import { INNER_NAMES } from "./tighten"

it.each(INNER_NAMES)("%s is nothing that a pack or a message has", (name) => {
  const keys = new Set<string>()
  JSON.stringify(programmes, (key, value) => {
    keys.add(key)
    return value
  })
  expect(keys).not.toContain(name)
})
