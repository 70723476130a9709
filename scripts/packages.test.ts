import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import packageJson from "../package.json"

const EXACT = /^\d+\.\d+\.\d+$/
/** An exact version of a registry, and nothing that could be an address. */
const PUBLISHED = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/
/** 64 bytes in base64. */
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/

/**
 * Packages that would run something when they are installed. They do without: each brings its compiled part as an optional package
 * for the platform, or is not needed for what we use. `npm ci` is told to run nothing, here and in the set-up.
 */
const WOULD_RUN = ["@parcel/watcher", "@swc/core", "esbuild", "lmdb", "msgpackr-extract", "sharp"]

interface LockedPackage {
  name?: string
  license?: string
  link?: boolean
  inBundle?: boolean
  hasInstallScript?: boolean
  version?: string
  resolved?: string
  integrity?: string
  extraneous?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

const nameAt = (path: string) => path.split("node_modules/").at(-1) ?? ""
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8")
const direct: [string, string][] = Object.entries({
  ...packageJson.dependencies,
  ...packageJson.devDependencies,
})

describe("package.json", () => {
  it("pins every package", () => {
    for (const [name, version] of direct) expect(version, name).toMatch(EXACT)
  })

  it("pins every override, however deep", () => {
    const versions = (overrides: object): unknown[] =>
      Object.values(overrides).flatMap((each) => (typeof each === "object" ? versions(each) : [each]))
    for (const version of versions(packageJson.overrides)) expect(version).toMatch(EXACT)
  })

  it("runs nothing when packages are installed, and has no other kind of dependency", () => {
    const { scripts } = packageJson
    expect(Object.keys(scripts).filter((name) => /install|prepare|^(pre|post)/.test(name))).toEqual([])
    expect(Object.keys(packageJson).filter((key) => /ependencies$/.test(key))).toEqual([
      "dependencies",
      "devDependencies",
    ])
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

  it("has the checksum of one published version for everything", () => {
    const odd = locked.filter(
      ([, { integrity = "", version = "" }]) => !SHA512.test(integrity) || !PUBLISHED.test(version),
    )
    expect(odd.map(([path]) => path)).toEqual([])
  })

  it("takes nothing from Git, a file, an address or under another name", () => {
    const odd = locked.filter(([, { name, link, inBundle }]) => name || link || inBundle)
    expect(odd.map(([path]) => path)).toEqual([])
    const wanted = locked.flatMap(([path, each]) =>
      [each.dependencies, each.optionalDependencies, each.peerDependencies].flatMap((some = {}) =>
        Object.entries(some)
          .filter(([, range]) => range.includes(":") || range.includes("/"))
          .map(([name, range]) => `${path} wants ${name} ${range}`),
      ),
    )
    expect(wanted).toEqual([])
  })

  it("is of the version that npm 10 and 11 write, and of this package.json", () => {
    const { lockfileVersion, name, version, packages: all } = JSON.parse(text)
    expect({ lockfileVersion, name, version }).toEqual({
      lockfileVersion: 3,
      name: packageJson.name,
      version: packageJson.version,
    })
    const { dependencies, devDependencies } = packageJson
    expect(all[""]).toEqual({
      name: packageJson.name,
      version: packageJson.version,
      license: packageJson.license,
      dependencies,
      devDependencies,
    })
    for (const [each, wanted] of direct) expect(all[`node_modules/${each}`]?.version, each).toBe(wanted)
  })

  it("has a few packages only that would run something when installed, and nobody lets them", () => {
    const names = locked.filter(([, each]) => each.hasInstallScript).map(([path]) => nameAt(path))
    expect([...new Set(names)].sort()).toEqual(WOULD_RUN)
    expect(read(".npmrc")).toContain("ignore-scripts=true")
    expect(read("scripts/setup.mjs")).toContain(`["ci", "--ignore-scripts"`)
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
