import { describe, expect, it } from "vitest"
import { type ManifestInputs, manifestPlan } from "../plasmo.config"
import { type BundledFiles, finishManifest } from "./manifest"

const inputs: ManifestInputs = {
  version: "1.2.3",
  sites: [
    { hosts: ["a.example", "b.example"], access: "install" },
    { hosts: ["c.example"], access: "optional" },
    { hosts: ["d.example"], access: "never" },
  ],
  hasOptionsPage: false,
}

const bundled: BundledFiles = {
  icons: { "16": "icon16.png" },
  action: { default_popup: "popup.html" },
  background: { service_worker: "background.js" },
  content_scripts: [{ js: ["reader.js"] }],
}

describe("manifestPlan", () => {
  it("asks at install only for the sites of that access", () => {
    const plan = manifestPlan("chrome-mv3", inputs)
    expect(plan.host_permissions).toEqual(["https://a.example/*", "https://b.example/*"])
    expect(plan.optional_host_permissions).toEqual(["https://c.example/*", "https://*/*"])
    expect(plan.content_scripts).toEqual([
      {
        matches: ["https://a.example/*", "https://b.example/*"],
        run_at: "document_idle",
        all_frames: false,
      },
    ])
  })

  it("leaves out what there is nothing to say of", () => {
    const [first] = inputs.sites
    const plan = manifestPlan("firefox-mv3", {
      ...inputs,
      sites: first ? [first] : [],
    })
    expect(plan.optional_host_permissions).toEqual(["https://*/*"])
    expect(plan).not.toHaveProperty("options_ui")
  })

  it("refuses a pack of which nothing is granted at install", () => {
    expect(() => manifestPlan("chrome-mv3", { ...inputs, sites: [] })).toThrow("at install")
  })

  it("gives each browser its own keys and no other's", () => {
    const chrome = manifestPlan("chrome-mv3", inputs)
    const firefox = manifestPlan("firefox-mv3", inputs)
    expect(chrome).not.toHaveProperty("browser_specific_settings")
    expect(firefox).not.toHaveProperty("minimum_chrome_version")
    expect(firefox.browser_specific_settings?.gecko.data_collection_permissions).toEqual({
      required: ["none"],
    })
    expect(firefox.browser_specific_settings?.gecko_android.strict_min_version).toMatch(/^\d+\.\d+$/)
  })
})

describe("finishManifest", () => {
  it("changes when a value of the config changes", () => {
    const plan = manifestPlan("chrome-mv3", inputs)
    const before = finishManifest("chrome-mv3", plan, bundled)
    const after = finishManifest("chrome-mv3", { ...plan, name: "Another", permissions: ["alarms"] }, bundled)
    expect(before).toMatchObject({ name: plan.name, permissions: plan.permissions, version: "1.2.3" })
    expect(after).toEqual({ ...before, name: "Another", permissions: ["alarms"] })
  })

  it("takes nothing but file names from Plasmo", () => {
    const meddling = {
      ...bundled,
      permissions: ["tabs"],
      web_accessible_resources: [{ resources: ["*"], matches: ["<all_urls>"] }],
      content_scripts: [{ js: ["reader.js"], matches: ["<all_urls>"] }],
    }
    const plan = manifestPlan("chrome-mv3", inputs)
    expect(finishManifest("chrome-mv3", plan, meddling)).toEqual(finishManifest("chrome-mv3", plan, bundled))
  })

  it("starts the background as each browser wants it", () => {
    const finished = (target: "chrome-mv3" | "firefox-mv3") =>
      finishManifest(target, manifestPlan(target, inputs), bundled).background
    expect(finished("chrome-mv3")).toEqual({ service_worker: "background.js" })
    expect(finished("firefox-mv3")).toEqual({ scripts: ["background.js"] })
  })

  it("runs every bundled content script under the one rule", () => {
    const two = { ...bundled, content_scripts: [{ js: ["hint.js"] }, { js: ["reader.js"] }] }
    const { content_scripts } = finishManifest("chrome-mv3", manifestPlan("chrome-mv3", inputs), two)
    expect(content_scripts).toHaveLength(1)
    expect(content_scripts[0]).toMatchObject({ js: ["reader.js"] })
  })

  it("refuses a bundle that lacks a file", () => {
    const plan = manifestPlan("chrome-mv3", inputs)
    expect(() => finishManifest("chrome-mv3", plan, { ...bundled, background: {} })).toThrow("background")
    expect(() => finishManifest("chrome-mv3", plan, { ...bundled, content_scripts: [] })).toThrow(
      "content script",
    )
    const withOptions = manifestPlan("chrome-mv3", { ...inputs, hasOptionsPage: true })
    expect(() => finishManifest("chrome-mv3", withOptions, bundled)).toThrow("options page")
  })
})
