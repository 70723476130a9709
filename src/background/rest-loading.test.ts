import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ownPage } from "../../tests/fixtures/ownPage"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const REST = { refreshOverview: () => undefined }

describe("the rest of the background", () => {
  const imported = vi.fn<(address: string) => void>()
  let theRest: () => Promise<unknown>
  beforeEach(async () => {
    vi.resetModules()
    vi.stubGlobal("importScripts", imported)
    vi.stubGlobal("jejakRest", undefined)
    imported.mockReset()
    imported.mockImplementation(() => vi.stubGlobal("jejakRest", REST))
    ;({ theRest } = await import("./rest-loading"))
  })
  afterEach(() => vi.unstubAllGlobals())

  it("is loaded once, by whoever asks first", async () => {
    expect(imported).not.toHaveBeenCalled()
    expect(await Promise.all([theRest(), theRest()])).toEqual([REST, REST])
    expect(await theRest()).toBe(REST)
    expect(imported.mock.calls).toEqual([["chrome-extension://jejak/later/rest.js"]])
  })

  it("is what a worker has run when it was installed", async () => {
    vi.stubGlobal("jejakRest", REST)
    expect(await theRest()).toBe(REST)
    expect(imported).not.toHaveBeenCalled()
  })

  it("is asked for again by the next one when it could not be loaded", async () => {
    imported.mockImplementationOnce(() => {
      throw new DOMException("not kept", "NetworkError")
    })
    const both = await Promise.allSettled([theRest(), theRest()])
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"])
    imported.mockImplementationOnce(() => undefined)
    await expect(theRest()).rejects.toThrow("left nothing behind")
    expect(await theRest()).toBe(REST)
    expect(imported).toHaveBeenCalledTimes(3)
  })
})
