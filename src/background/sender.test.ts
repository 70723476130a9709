import { describe, expect, it } from "vitest"
import { senderOf } from "./sender"

const HOME = "chrome-extension://own/"
const page = {
  id: "own",
  url: "https://dashboard.prakerja.go.id/insentif",
  frameId: 0,
  tab: { id: 3 } as never,
}

describe("who sent a message", () => {
  it("knows a page of our own, with or without a tab", () => {
    expect(senderOf({ id: "own", url: `${HOME}popup.html` }, "own", HOME)).toEqual({ trust: "own-page" })
    expect(
      senderOf({ id: "own", url: `${HOME}popup.html`, tab: { id: 1 } as never, frameId: 0 }, "own", HOME)
        .trust,
    ).toBe("own-page")
  })

  it("knows a page by the browser's word, and leaves to the database whether it may be read", () => {
    expect(senderOf(page, "own", HOME)).toMatchObject({
      trust: "page",
      host: "dashboard.prakerja.go.id",
      tab: 3,
    })
  })

  it.each([
    ["another extension", { ...page, id: "other" }],
    ["a frame inside the page", { ...page, frameId: 4 }],
    ["an address without encryption", { ...page, url: "http://dashboard.prakerja.go.id/" }],
    ["nobody", { id: "own" }],
    ["an address that only begins like ours", { id: "own", url: "chrome-extension://ownx/popup.html" }],
  ])("trusts %s with nothing", (_who, sender) => {
    expect(senderOf(sender, "own", HOME)).toEqual({ trust: "none" })
  })
})
