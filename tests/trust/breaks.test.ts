import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { BREAKS } from "./breaks"

const root = fileURLToPath(new URL("../..", import.meta.url))

describe("each way to break a promise", () => {
  it.each(BREAKS)("can be taken: $means", ({ file, from, to, noticed }) => {
    const code = readFileSync(join(root, file), "utf8")
    expect(code.split(from)).toHaveLength(2)
    expect(to).not.toBe(from)
    expect(existsSync(join(root, noticed.file))).toBe(true)
  })

  it("is told once", () => {
    const means = BREAKS.map(({ means: each }) => each)
    expect(means).toEqual([...new Set(means)])
  })
})
