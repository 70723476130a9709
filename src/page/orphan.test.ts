// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest"
import "../../tests/fixtures/own-window"
import { trusted } from "../../tests/fixtures/trusted"
import { DONE, LINK, noted, open, pass, show, world } from "../../tests/fixtures/watched-page"

describe("an orphan", () => {
  it("stops trying to send what waits", async () => {
    world.answer = (message) => (message.type === "page-read" ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    delete world.runtime.id
    await pass(60_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it("stops looking when there is nothing to send either", async () => {
    await open("/", LINK)
    const disconnect = vi.spyOn(MutationObserver.prototype, "disconnect")
    delete world.runtime.id
    document.body.append("a")
    await pass(5000)
    expect(disconnect).toHaveBeenCalled()
    disconnect.mockRestore()
  })

  const orphanings: [string, () => void][] = [
    ["has no id", () => delete world.runtime.id],
    ["has no runtime", () => vi.stubGlobal("chrome", {})],
    ["has no extension interface", () => vi.stubGlobal("chrome", undefined)],
    ["is told so", () => (world.answer = () => Promise.reject(new Error("Extension context invalidated.")))],
    [
      "is told so at once",
      () =>
        (world.runtime.sendMessage = () => {
          throw new Error("Extension context invalidated.")
        }),
    ],
  ]
  it.each(orphanings)("that %s goes quietly", async (_name, orphan) => {
    const errors = vi.spyOn(console, "error")
    const disconnect = vi.spyOn(MutationObserver.prototype, "disconnect")
    await open("/", LINK)
    const before = world.sent.length
    orphan()
    show(DONE)
    await pass(5000)
    const after = world.sent.length
    expect(after - before).toBeLessThanOrEqual(1)
    expect(disconnect).toHaveBeenCalled()
    disconnect.mockRestore()
    expect(vi.getTimerCount()).toBe(0)
    for (let change = 0; change < 5; change += 1) {
      show(change % 2 ? DONE : LINK)
      world.navigation.dispatchEvent(trusted("navigatesuccess"))
      document.dispatchEvent(trusted("visibilitychange"))
      await pass(5000)
    }
    expect(world.sent).toHaveLength(after)
    expect(vi.getTimerCount()).toBe(0)
    expect(errors).not.toHaveBeenCalled()
  })
})
