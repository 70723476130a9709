import { describe, expect, it, vi } from "vitest"
import type { DeadlineView } from "../../journey/journey"
import { nearestDeadline } from "./Deadlines"

vi.mock("webextension-polyfill", () => ({ default: {} }))

const deadline = (id: string, due: string, more: Partial<DeadlineView> = {}): DeadlineView => ({
  id,
  step: "redeem",
  due,
  from: { anchor: "bought", on: "2024-03-01", assumed: false },
  source: { of: "faq", checkedOn: "2024-03-01" },
  ...more,
})
const now = Date.parse("2024-03-05T09:00:00+07:00")

describe("the deadline that matters now", () => {
  it("is the nearest to come, else the last one that is over", () => {
    const over = deadline("over", "2024-03-04T23:59:59+07:00")
    const near = deadline("near", "2024-03-06T23:59:59+07:00")
    const far = deadline("far", "2024-03-16T23:59:59+07:00")
    expect(nearestDeadline([far, over, near], now)).toBe(near)
    expect(nearestDeadline([over], now)).toBe(over)
  })

  it("is never a right, which need not be used", () => {
    const redeem = deadline("redeem", "2024-03-16T23:59:59+07:00")
    const cancel = deadline("cancel", "2024-03-06T23:59:59+07:00", { right: true })
    expect(nearestDeadline([cancel, redeem], now)).toBe(redeem)
    expect(nearestDeadline([cancel], now)).toBeUndefined()
  })
})
