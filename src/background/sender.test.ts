import { describe, expect, it } from "vitest"
import { senderOf } from "./sender"

const HOME = "chrome-extension://own/"
const ORIGIN = "chrome-extension://own"
const tab = { id: 3 } as never
const own = { id: "own", url: `${HOME}popup.html`, origin: ORIGIN }
const page = {
  id: "own",
  url: "https://dashboard.prakerja.go.id/insentif",
  origin: "https://dashboard.prakerja.go.id",
  frameId: 0,
  documentLifecycle: "active",
  tab,
}
const trustOf = (sender: object) => senderOf(sender, "own", HOME).trust

describe("who sent a message", () => {
  it("knows the popup, which is in no tab, and a page of our own in a tab", () => {
    expect(senderOf(own, "own", HOME)).toEqual({ trust: "own-page" })
    expect(trustOf({ ...own, url: `${HOME}tabs/report.html?tab=3#x`, tab, frameId: 0 })).toBe("own-page")
  })

  it("knows a page by the browser's word, and leaves to the database whether it may be read", () => {
    const expected = {
      trust: "page",
      url: page.url,
      host: "dashboard.prakerja.go.id",
      tab: 3,
    }
    expect(senderOf(page, "own", HOME)).toEqual(expected)
    const { documentLifecycle: _, ...inFirefox } = page
    expect(senderOf(inFirefox, "own", HOME)).toEqual(expected)
  })

  it("takes of an address the host and the path only", () => {
    const url = "https://who:secret@dashboard.prakerja.go.id:443/insentif?token=1#2"
    expect(senderOf({ ...page, url }, "own", HOME)).toMatchObject({ url: page.url })
    expect(senderOf({ ...page, url: page.url.toUpperCase() }, "own", HOME)).toMatchObject({
      host: "dashboard.prakerja.go.id",
    })
  })

  it.each([
    ["another extension", { ...page, id: "other" }],
    ["a page of another extension", { ...own, id: "other" }],
    ["a frame inside the page", { ...page, frameId: 4 }],
    ["a frame inside a page of ours", { ...own, frameId: 4, tab }],
    ["a page of ours in a tab, of no frame", { ...own, tab }],
    ["a page without a frame", { ...page, frameId: undefined }],
    ["a page without a tab", { ...page, tab: undefined }],
    ["a page that is only prepared", { ...page, documentLifecycle: "prerender" }],
    ["a page that was left", { ...page, documentLifecycle: "cached" }],
    ["a page of ours that is only prepared", { ...own, documentLifecycle: "prerender" }],
    ["an address without encryption", { ...page, url: "http://dashboard.prakerja.go.id/" }],
    ["another port", { ...page, url: `${page.origin}:8443/`, origin: `${page.origin}:8443` }],
    ["nobody", { id: "own" }],
    ["an address that is none", { ...page, url: "https://" }],
    ["an address that only begins like ours", { ...own, url: "chrome-extension://ownx/popup.html" }],
    ["a page that claims an address of ours", { ...page, url: own.url }],
    ["a page of ours that claims another's address", { ...page, origin: ORIGIN }],
    ["an address without an origin", { ...page, origin: undefined }],
    ["an address of ours without an origin", { ...own, origin: undefined }],
    ["a sandboxed page of ours", { ...own, origin: "null" }],
    ["a sandboxed page", { ...page, origin: "null" }],
    ["another site's origin", { ...page, origin: "https://penipu.example" }],
    ["an origin without encryption", { ...page, origin: "http://dashboard.prakerja.go.id" }],
    ["a document that a page made", { ...page, url: `blob:${page.url}` }],
    ["an empty document of a page", { ...page, url: "about:blank" }],
    ["a document in an address", { ...page, url: "data:text/html,x", origin: "null" }],
    ["a file", { ...page, url: "file:///home/", origin: "file://" }],
    [
      "another extension's page",
      { ...page, url: "chrome-extension://other/a.html", origin: "chrome-extension://other" },
    ],
  ])("trusts %s with nothing", (_who, sender) => {
    expect(senderOf(sender as object, "own", HOME)).toEqual({ trust: "none" })
  })
})
