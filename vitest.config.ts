import { defineConfig } from "vitest/config"

/** `unit`: sources alone. `built`: the finished builds, in real browsers, of which two cores bear three at a time, since they mostly wait. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
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
