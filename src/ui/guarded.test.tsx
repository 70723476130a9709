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

async function rendered(broken: () => boolean, tick = 0) {
  const { createRoot } = await import("react-dom/client")
  const { act } = await import("react-dom/test-utils")
  const { createElement: h } = await import("react")
  const { Guarded } = await import("./Guarded")
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const Broken = () => {
    if (broken()) throw new TypeError("Suketi 0812")
    return h("p", { id: "part" }, "part")
  }
  const place = document.createElement("div")
  const root = createRoot(place)
  const draw = (again: number) =>
    act(() =>
      root.render(h("div", {}, h("p", { id: "other" }, "other"), h(Guarded, { again, children: h(Broken) }))),
    )
  draw(tick)
  return { place, draw }
}

describe("a part of a page in which something is thrown", () => {
  it("says so in its place, leaves the others, and is noted without what was thrown", async () => {
    const { place } = await rendered(() => true)
    expect(place.querySelector("#other")?.textContent).toBe("other")
    expect(place.querySelector("[data-failed-part] p")?.textContent).toContain("Bagian ini sedang keliru")
    expect(state.sent).toMatchObject([{ type: "note-fault", fault: { error: "TypeError" } }])
    expect(JSON.stringify(state.sent)).not.toContain("Suketi")
  })

  it("is tried again with the next overview, and does not loop where it fails again", async () => {
    let isBroken = true
    const { place, draw } = await rendered(() => isBroken)
    draw(0)
    draw(1)
    draw(2)
    expect(state.sent).toHaveLength(1)
    isBroken = false
    draw(2)
    expect(place.querySelector("#part")).toBeNull()
    draw(3)
    expect(place.querySelector("#part")?.textContent).toBe("part")
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
