import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import packageJson from "../package.json"

interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  extraneous?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8")
const direct: [string, string][] = Object.entries({
  ...packageJson.dependencies,
  ...packageJson.devDependencies,
})

describe("package.json", () => {
  it("pins every package", () => {
    for (const [name, version] of direct) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it("names no engines, for which Parcel would build for Node", () => {
    expect(packageJson).not.toHaveProperty("engines")
  })

  it("has a reason for every package, and no reason for another", () => {
    const rows = read("docs/dependencies.md").matchAll(/^\| ([^|]+) \| [^|]{5,} \|$/gm)
    const explained = [...rows]
      .flatMap(([, names = ""]) => names.split(", "))
      .filter((name) => name !== "package")
    expect(explained.sort()).toEqual(direct.map(([name]) => name).sort())
  })
})

describe("package-lock.json", () => {
  const text = read("package-lock.json")
  const packages: [string, LockedPackage][] = Object.entries(JSON.parse(text).packages)
  const locked = packages.filter(([path]) => path !== "")

  it("names no registry", () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    expect(read(".npmrc")).toContain("omit-lockfile-registry-resolved=true")
  })

  it("has a checksum for everything", () => {
    expect(locked.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([])
  })

  it("can be installed on every platform, by npm 10 and 11", () => {
    const wrong = locked.filter(
      ([, { extraneous, optional, os, cpu }]) => extraneous || ((os || cpu) && !optional),
    )
    expect(wrong.map(([path]) => path)).toEqual([])
    const versions = new Set(
      locked.map(([path, { version }]) => `${path.split("node_modules/").pop()} ${version}`),
    )
    const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([name, version]) => /^\d+\.\d+\.\d+$/.test(version) && !versions.has(`${name} ${version}`))
        .map(([name, version]) => `${path} wants ${name} ${version}`),
    )
    expect(missing).toEqual([])
  })
})
