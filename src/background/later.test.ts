import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage } from "../../tests/fixtures/ownPage"
import { keepForLater, runLater } from "./later"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

describe("a service worker", () => {
  let listeners: [string, () => void][]
  const imported = vi.fn<(...addresses: string[]) => void>()
  beforeEach(() => {
    listeners = []
    imported.mockReset()
    vi.stubGlobal("importScripts", imported)
    vi.stubGlobal("addEventListener", (type: string, then: () => void) => listeners.push([type, then]))
  })
  afterEach(() => vi.unstubAllGlobals())

  it("runs what is for later once when it is installed, and otherwise only what is asked for", async () => {
    keepForLater(["later/one.js", "later/two.js"])
    expect(imported).not.toHaveBeenCalled()
    expect(listeners.map(([type]) => type)).toEqual(["install"])
    listeners[0]?.[1]()
    const [one, two] = ["chrome-extension://jejak/later/one.js", "chrome-extension://jejak/later/two.js"]
    expect(imported.mock.calls).toEqual([[one, two]])
    await runLater("later/two.js")
    expect(imported.mock.calls.slice(1)).toEqual([[two]])
  })

  it("tells that a script is not there", async () => {
    imported.mockImplementation(() => {
      throw new DOMException("not kept", "NetworkError")
    })
    await expect(runLater("later/two.js")).rejects.toThrow("not kept")
  })
})
