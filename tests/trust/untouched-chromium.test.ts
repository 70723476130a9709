import { describe } from "vitest"
import { silent } from "./drills/silent"
import { untouched } from "./drills/untouched"
import { holds } from "./holds"

describe("nothing is touched", () => {
  for (const drill of [...untouched, ...silent]) if (drill.browser === "chromium") holds(drill)
})
