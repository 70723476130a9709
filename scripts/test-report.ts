import { existsSync, readFileSync } from "node:fs"
import { stripVTControlCharacters } from "node:util"
import * as z from "zod/mini"

const reportSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.nullish(z.array(z.string())),
        }),
      ),
    }),
  ),
})

export interface TestReport {
  /** How many tests passed. */
  passed: number
  /** Each test that failed, and each file that could not be loaded: where it is, and what it said. */
  failures: { where: string; said: string }[]
}

/** What a run of Vitest reports as JSON, or nothing at all where it wrote no report. Throws on a file that is no such report. */
export function readTestReport(path: string): TestReport {
  if (!existsSync(path)) return { passed: 0, failures: [] }
  const { numPassedTests, testResults } = reportSchema.parse(JSON.parse(readFileSync(path, "utf8")))
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === "failed" && assertionResults.length === 0) return [{ where: name, said: plain(message) }]
    return assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => ({
        where: `${name} > ${fullName}`,
        said: plain((failureMessages ?? []).join("\n")),
      }))
  })
  return { passed: numPassedTests, failures }
}

const plain = (text: string) => stripVTControlCharacters(text).trim()
