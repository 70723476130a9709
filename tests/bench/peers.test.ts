import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { peersIn } from "./peers"

const folder = mkdtempSync(join(tmpdir(), "peers-"))
afterAll(() => rmSync(folder, { recursive: true }))

function unpacked(path: string, manifest: object): string {
  const extension = join(folder, path)
  mkdirSync(extension, { recursive: true })
  writeFileSync(join(extension, "manifest.json"), JSON.stringify(manifest))
  return extension
}

test("peers have the popup that is given, or that their manifest tells", () => {
  const told = unpacked("told", { action: { default_popup: "/popup/index.html" } })
  const silent = unpacked("silent", {})
  expect(peersIn("")).toEqual([])
  expect(peersIn(`${told},${silent},`)).toEqual([
    { name: "told", extension: told, popup: "popup/index.html" },
    { name: "silent", extension: silent, popup: undefined },
  ])
  expect(peersIn(`${silent}#view.html`)).toEqual([{ name: "silent", extension: silent, popup: "view.html" }])
})

test("peers of one name are told apart", () => {
  const names = peersIn(`${unpacked("a/dist", {})},${unpacked("b/dist", {})}`).map(({ name }) => name)
  expect(new Set(names).size).toBe(2)
})

test("a folder without an extension is no peer", () => {
  expect(() => peersIn(folder)).toThrow(folder)
})
