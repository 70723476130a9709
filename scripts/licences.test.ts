import { describe, expect, it } from "vitest"
import packageJson from "../package.json"
import { ALLOWED_BESIDE, ALLOWED_SHIPPED, licencesIn, licencesText, lockedPackages } from "./licences"
import { REPLACED } from "./native-interface"
import { importsOf, sourceFiles } from "./sources"

const all = lockedPackages()
const shipped = all.filter((each) => each.shipped)
const strange = (packages: typeof all, allowed: readonly string[]) =>
  packages
    .filter(({ licence }) => !licencesIn(licence).every((each) => allowed.includes(each)))
    .map(({ name, version, licence }) => `${name} ${version}: ${licence || "none"}`)

describe("the licences", () => {
  it("are known for every package, and are among those that may be", () => {
    expect(strange(all, ALLOWED_BESIDE)).toEqual([])
    expect(strange(shipped, ALLOWED_SHIPPED)).toEqual([])
  })

  it("would not let another pass", () => {
    const other = { name: "x", version: "1.0.0", licence: "(MIT OR AGPL-3.0-only)", shipped: true }
    expect(strange([other, { ...other, licence: "" }], ALLOWED_SHIPPED)).toHaveLength(2)
  })

  it("are told of all that is imported, but for what the browser has itself, and of nothing twice", () => {
    const names = shipped.map(({ name }) => name)
    const imported = sourceFiles()
      .flatMap(importsOf)
      .filter(({ isPackage, typeOnly }) => isPackage && !typeOnly)
      .map(({ target }) => target)
      .filter((target) => target !== REPLACED)
    expect(names).toEqual(expect.arrayContaining([...new Set(imported)]))
    expect(names).toEqual(expect.arrayContaining(Object.keys(packageJson.dependencies)))
    expect(names).toEqual([...new Set(names)])
  })

  it("go with the extension in full, the same each time", () => {
    const text = licencesText()
    for (const { name, version, licence } of shipped)
      expect(text).toContain(`${name} ${version} (${licence})`)
    expect(text).toContain("Permission is hereby granted, free of charge")
    expect(text.match(/Apache License/g)?.length).toBeGreaterThanOrEqual(2)
    expect(text).not.toContain("\r")
    expect(licencesText()).toBe(text)
  })
})
