import { describe } from "vitest"
import { untouched } from "./drills/untouched"
import { holds } from "./holds"

describe("nothing is touched", () => {
  for (const drill of untouched) if (drill.browser === "chromium") holds(drill)
})
