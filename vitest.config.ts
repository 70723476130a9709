import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/**
 * What takes longest of the tests of the build, most of it waiting: begun at the end, the last of them would run alone while
 * everything else is done.
 */
const SLOWEST = [
  "manifest/package",
  "trust/pages-chromium",
  "trust/pages-firefox",
  "e2e/alarm",
  "access/pages",
  "e2e/hints",
  "e2e/files",
  "e2e/reminders",
  "e2e/people",
  "trust/clock",
  "e2e/whole-way",
  "e2e/side-by-side",
  "trust/untouched-firefox",
  "trust/untouched-chromium",
  "trust/kept-firefox",
]

const rank = ({ moduleId }: TestSpecification) => {
  const place = SLOWEST.findIndex((path) => moduleId.endsWith(`/tests/${path}.test.ts`))
  return place < 0 ? SLOWEST.length : place
}

/** Begins with what takes longest; the rest comes in Vitest's own order. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

/** `unit`: sources alone. `built`: the finished builds, in real browsers, of which two cores bear three at a time. */
export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          // Vitest leaves a core unused by itself.
          maxWorkers: "100%",
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "built",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
