// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage, resetOwnPage } from "../../tests/fixtures/ownPage"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()
beforeEach(() => {
  resetOwnPage()
  vi.resetModules()
  vi.spyOn(console, "error").mockImplementation(() => {})
})

async function rendered(broken: () => boolean) {
  const { createElement: h } = await import("react")
  const { clear, find, render } = await import("../../tests/fixtures/render")
  const { Guarded } = await import("./Guarded")
  const Broken = () => {
    if (broken()) throw new TypeError("Suketi 0812")
    return h("p", { id: "part" }, "part")
  }
  const draw = (again: number) =>
    render(h("div", {}, h("p", { id: "other" }, "other"), h(Guarded, { again, children: h(Broken) })))
  await draw(0)
  return { draw, find, clear }
}

describe("a part of a page in which something is thrown", () => {
  it("says so in its place, leaves the others, and is noted without what was thrown", async () => {
    const { find, clear } = await rendered(() => true)
    expect(find("#other")?.textContent).toBe("other")
    expect(find("[data-failed-part] p")?.textContent).toContain("Bagian ini sedang keliru")
    expect(state.sent).toMatchObject([{ type: "note-fault", fault: { error: "TypeError" } }])
    expect(JSON.stringify(state.sent)).not.toContain("Suketi")
    await clear()
  })

  it("is tried again with the next overview, and does not loop where it fails again", async () => {
    let isBroken = true
    const { find, draw, clear } = await rendered(() => isBroken)
    await draw(0)
    await draw(1)
    await draw(2)
    expect(state.sent).toHaveLength(1)
    isBroken = false
    await draw(2)
    expect(find("#part")).toBeNull()
    await draw(3)
    expect(find("#part")?.textContent).toBe("part")
    await clear()
  })
})

describe("what nothing else catches on a page", () => {
  it("is noted, each once, at most ten of a page, and never what goes wrong with noting", async () => {
    const { noteUncaught } = await import("./own-faults")
    const stop = noteUncaught()
    const names = ["TypeError", "RangeError"]
    for (const name of [...names, ...names])
      window.dispatchEvent(new ErrorEvent("error", { error: Object.assign(new Error("Suketi"), { name }) }))
    window.dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop" }))
    expect(state.sent).toHaveLength(2)
    for (let at = 0; at < 40; at += 1) {
      const name = `E${"abcdefghij"[at % 10]}${"abcd"[at % 4]}`
      const event = Object.assign(new Event("unhandledrejection"), { reason: { name } })
      window.dispatchEvent(event)
    }
    expect(state.sent).toHaveLength(10)
    stop()
  })
})
