import { describe } from "vitest"
import { waysOut } from "./drills/ways-out"
import { holds } from "./holds"

describe("nothing leaves", () => {
  for (const drill of waysOut) holds(drill)
})
