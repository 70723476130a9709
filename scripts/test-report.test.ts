import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startVitest } from "vitest/node"
import { readTestReport } from "./test-report"

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jejak-report-"))
  writeFileSync(
    join(folder, "some.test.js"),
    `describe("a sum", () => {
       it("is right", () => expect(1 + 1).toBe(2))
       it("is wrong", () => expect(1 + 1).toBe(3))
     })`,
  )
  writeFileSync(join(folder, "broken.test.js"), `throw new Error("cannot be loaded")`)
  const status = process.exitCode
  const run = await startVitest("test", [], {
    root: folder,
    config: false,
    globals: true,
    watch: false,
    reporters: ["json"],
    outputFile: join(folder, "report.json"),
  })
  await run.close()
  // What fails in there is meant to.
  process.exitCode = status
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("a report of tests", () => {
  it("tells what passed, and of each failure where and why", () => {
    const { passed, failures } = readTestReport(join(folder, "report.json"))
    expect(passed).toBe(1)
    expect(failures).toHaveLength(2)
    expect(failures).toContainEqual({
      where: expect.stringMatching(/some\.test\.js > a sum is wrong$/),
      said: expect.stringContaining("expected 2 to be 3"),
    })
    expect(failures).toContainEqual({
      where: expect.stringMatching(/broken\.test\.js$/),
      said: expect.stringContaining("cannot be loaded"),
    })
  })

  it("that was not written holds nothing", () => {
    expect(readTestReport(join(folder, "none.json"))).toEqual({ passed: 0, failures: [] })
  })
})
