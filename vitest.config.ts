import { defineConfig } from "vitest/config"
import { SlowestFirst } from "./tests/slowest-first"

/** `unit`: sources alone. `built`: the finished builds, in real browsers, of which two cores bear four at a time, since they mostly wait. */
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
          maxWorkers: 4,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
