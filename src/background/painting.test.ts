import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import type { Overview } from "../messages/overview"
import { dropPainting, paintLater } from "./painting"

const { kept, faults } = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, faults: [] as string[] }))
vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      session: {
        set: async (items: object) => void Object.assign(kept, items),
        remove: async (keys: string[]) => {
          for (const key of keys) delete kept[key]
        },
      },
    },
  },
}))
vi.mock("./later", () => ({ runLater: async () => undefined }))
vi.mock("./faults", () => ({
  unlessFaulty: (where: string, work: () => Promise<unknown>) => work().catch(() => faults.push(where)),
}))

const paint = vi.fn(async ({ stamp }: Overview) => ({ stamp }) as never)
const answered = async () => undefined
const { walletOpen, noParticipant, fresh } = overviewFixtures
const as = (stamp: string, more: Partial<Overview> = {}): Overview => ({
  ...walletOpen.overview,
  stamp,
  ...more,
})

beforeEach(() => {
  vi.useFakeTimers()
  globalThis.jejakPainter = { paint }
})
afterEach(async () => {
  await dropPainting()
  vi.useRealTimers()
  vi.clearAllMocks()
  faults.length = 0
})
const pass = () => vi.advanceTimersByTimeAsync(1000)

describe("the popup's painting in the background", () => {
  it("comes once of a row of changes, and is the last one's", async () => {
    for (const stamp of ["a", "b", "c"]) paintLater(as(stamp), answered)
    expect(paint).not.toHaveBeenCalled()
    await pass()
    expect(paint).toHaveBeenCalledTimes(1)
    expect(kept).toEqual({ painting: { stamp: "c" } })
  })

  it("waits until nobody waits for an answer", async () => {
    let answer = () => {}
    paintLater(as("a"), () => new Promise((resolve) => (answer = () => resolve(undefined))))
    await pass()
    expect(paint).not.toHaveBeenCalled()
    answer()
    await pass()
    expect(kept).toEqual({ painting: { stamp: "a" } })
  })

  const kdf = { name: "argon2id", salt: "", memory: 1, passes: 1, lanes: 1 } as const
  const [person] = walletOpen.overview.people
  const { journey: _, ...journeyless } = as("a")
  it.each<[string, Overview]>([
    ["who has a passphrase", as("a", { people: [{ ...(person as NonNullable<typeof person>), kdf }] })],
    ["whose notes are locked", journeyless],
    ["whose notes cannot be read", { ...journeyless, unreadable: "facts-unreadable" }],
    ["who is not there", noParticipant.overview],
    ["who has not given an access yet", fresh.overview],
  ])("is never made of somebody %s", async (_, overview) => {
    paintLater(overview, answered)
    await pass()
    expect(paint).not.toHaveBeenCalled()
    expect(kept).toEqual({})
  })

  it("is dropped, also while it is made", async () => {
    paintLater(as("a"), answered)
    await pass()
    await dropPainting()
    expect(kept).toEqual({})
    let end = () => {}
    paint.mockImplementationOnce(() => new Promise((resolve) => (end = () => resolve({} as never))))
    paintLater(as("b"), answered)
    await pass()
    expect(paint).toHaveBeenCalledTimes(2)
    await dropPainting()
    end()
    await pass()
    expect(kept).toEqual({})
  })

  it("is not there where it fails, which is noted", async () => {
    paint.mockRejectedValueOnce(new Error("a mistake of ours"))
    paintLater(as("a"), answered)
    await pass()
    expect([kept, faults]).toEqual([{}, ["painting"]])
    paintLater(as("b"), answered)
    await pass()
    expect(kept).toEqual({ painting: { stamp: "b" } })
  })
})
