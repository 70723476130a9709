import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { programmes } from "../programmes/registry"
import { JejakDatabase } from "../storage/database"
import { REPORT_FILE } from "./files"
import { shapeOfTab } from "./page-shape"

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock("webextension-polyfill", () => ({ default: fake.browser }))

const home = programmes[0]?.sites.find(({ access }) => access === "install")
if (!home) throw new Error("no home")
const host = home.hosts[0] ?? ""
const TAB = 7

const good = {
  format: "jejak-page-shape",
  version: 1,
  site: home.id,
  host,
  path: "/x",
  leftOut: 0,
  tree: { tag: "html", children: [{ tag: "body", children: ["Kata kata 0"] }] },
}

let answer: unknown
let url: string | undefined
const executeScript = vi.fn()
beforeEach(() => {
  answer = JSON.stringify(good)
  url = `https://${host}/peserta/suketi?token=1`
  executeScript.mockReset()
  executeScript.mockImplementation(async ({ files }) => [{ frameId: 0, result: files ? null : answer }])
  Object.assign(fake.browser, {
    tabs: { get: async () => ({ id: TAB, url }) },
    scripting: { executeScript },
    runtime: { getManifest: () => ({ version: "9.8.7" }) },
  })
})

const database = new JejakDatabase("page-shape")
const shape = () => shapeOfTab(database, TAB)
const failing = (failure: string) => expect(shape()).rejects.toMatchObject({ failure })

describe("the shape of the page in a tab", () => {
  it("is what our script in its top frame answers, with our version", async () => {
    expect(await shape()).toEqual({ ...good, jejak: "9.8.7" })
    expect(executeScript).toHaveBeenNthCalledWith(1, { target: { tabId: TAB }, files: [REPORT_FILE] })
    expect(executeScript).toHaveBeenNthCalledWith(2, {
      target: { tabId: TAB },
      func: expect.any(Function),
      args: [home],
    })
  })

  it("is not asked for on a site that may not be read", async () => {
    url = "https://elsewhere.example/"
    await failing("not-allowed")
    expect(executeScript).not.toHaveBeenCalled()
  })

  it("is not there where nothing may be looked at", async () => {
    answer = null
    await failing("page-private")
  })

  it("is not there without its tab, or once the tab went elsewhere", async () => {
    executeScript.mockRejectedValueOnce(new Error("no tab"))
    await failing("page-unreachable")
    url = undefined
    await failing("page-unreachable")
    Object.assign(fake.browser, { tabs: { get: () => Promise.reject(new Error("no tab")) } })
    await failing("page-unreachable")
  })

  const of = (change: object) => JSON.stringify({ ...good, ...change })
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["no text", { ...good }],
    ["no JSON", "{"],
    ["no object", "[]"],
    ["another format", of({ format: "x" })],
    ["a key too many", of({ name: "Suketi" })],
    ["another site", of({ site: "other" })],
    ["another host", of({ host: "elsewhere.example" })],
    ["a path of the page", of({ path: "/peserta" })],
    ["a word of the page", of({ tree: { tag: "html", children: ["Suketi"] } })],
    [
      "a word of the page far inside",
      of({ tree: { tag: "html", children: [{ tag: "p", children: ["Kata Suketi"] }] } }),
    ],
    ["a tag of the page's own", of({ tree: { tag: "su-keti" } })],
    ["a role of the page's own", of({ tree: { tag: "p", role: "Su keti" } })],
    ["a state of the page's own", of({ tree: { tag: "p", states: ["data-user=Suketi"] } })],
    ["an attribute", of({ tree: { tag: "p", title: "Suketi" } })],
    ["far too much", of({ tree: { tag: "html", children: Array(400_000).fill("Kata") } })],
    [
      "far too deep",
      `${of({}).slice(0, -1)},"tree":${'{"tag":"p","children":['.repeat(50_000)}${"]}".repeat(50_000)}}`,
    ],
  ])("is not believed when a page answers with %s", async (_what, hostile) => {
    answer = hostile
    await failing("page-unreachable")
  })
})
