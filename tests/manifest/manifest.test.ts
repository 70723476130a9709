import { describe, expect, it } from "vitest"
import { LOCALES, manifestInputs, manifestPlan, TARGETS } from "../../plasmo.config"
import { finishManifest } from "../../scripts/manifest"
import { artefact } from "./artefact"

describe.each(TARGETS)("the built manifest of %s", (target) => {
  const { manifest, files, text } = artefact(target)
  const plan = manifestPlan(target)
  const everything = JSON.stringify(manifest)

  it("says what plasmo.config.ts says, and nothing more", () => {
    const { content_scripts, ...rest } = plan
    expect(manifest).toMatchObject(rest)
    expect(Object.keys(manifest).sort()).toEqual([...Object.keys(plan), "background", "icons"].sort())
    expect(manifest.content_scripts.map(({ js, ...rule }) => rule)).toEqual(content_scripts)
    expect(manifest).toEqual(finishManifest(target, plan, manifest))
  })

  it("changes when a value there changes", () => {
    const inputs = manifestInputs()
    const [site] = inputs.sites
    const moved = site ? [{ ...site, hosts: ["elsewhere.example"] }] : []
    const altered = finishManifest(target, manifestPlan(target, { ...inputs, sites: moved }), manifest)
    expect(altered.host_permissions).toEqual(["https://elsewhere.example/*"])
    expect(altered.content_scripts[0]?.matches).toEqual(["https://elsewhere.example/*"])
    expect(altered).not.toEqual(manifest)
  })

  it("lets nothing run everywhere, and nothing of ours be reached from a page", () => {
    const { optional_host_permissions, ...granted } = manifest
    expect(everything).not.toContain("<all_urls>")
    expect(JSON.stringify(granted)).not.toMatch(/"(\*|https?):\/\/\*/)
    expect(optional_host_permissions.filter((pattern) => pattern.includes("//*"))).toEqual(["https://*/*"])
    expect(manifest).not.toHaveProperty("web_accessible_resources")
    expect(manifest).not.toHaveProperty("externally_connectable")
  })

  it("names every host of a content script in full, over https", () => {
    const patterns = [
      ...manifest.host_permissions,
      // What "watch this site" may ask for is the person's to name.
      ...manifest.optional_host_permissions.filter((pattern) => pattern !== "https://*/*"),
      ...manifest.content_scripts.flatMap(({ matches }) => matches),
    ]
    for (const pattern of patterns) expect(pattern).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/)
  })

  it("may ask for every platform, and for none that is only official", () => {
    const { sites } = manifestInputs()
    const hostsOf = (access: string) =>
      sites.filter((site) => site.access === access).flatMap(({ hosts }) => hosts)
    for (const host of hostsOf("optional"))
      expect(manifest.optional_host_permissions).toContain(`https://${host}/*`)
    for (const host of hostsOf("never")) expect(everything).not.toContain(`https://${host}/*`)
  })

  it("asks for the agreed permissions only", () => {
    expect(manifest.permissions).toEqual([
      "storage",
      "unlimitedStorage",
      "alarms",
      "notifications",
      "scripting",
      "activeTab",
    ])
  })

  it("lets no page of ours send or load anything", () => {
    const rules = manifest.content_security_policy.extension_pages.split("; ")
    expect(rules).toEqual(
      expect.arrayContaining(["default-src 'none'", "connect-src 'none'", "form-action 'none'"]),
    )
    expect(rules.join(" ")).not.toMatch(/unsafe|https?:|\*/)
  })

  it("has the background that its browser starts", () => {
    expect(Object.keys(manifest.background)).toEqual([
      target === "firefox-mv3" ? "scripts" : "service_worker",
    ])
  })

  it("names files that are there", () => {
    const named = [
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
      manifest.action.default_popup,
      ...("scripts" in manifest.background
        ? manifest.background.scripts
        : [manifest.background.service_worker]),
      ...manifest.content_scripts.flatMap(({ js }) => js),
      ...(manifest.options_ui ? [manifest.options_ui.page] : []),
    ]
    expect(files).toEqual(expect.arrayContaining(named))
  })

  it("has its name and description in every language", () => {
    expect(LOCALES).toContain(manifest.default_locale)
    const keys = [...everything.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key)
    expect(keys).toContain("extensionName")
    for (const locale of LOCALES) {
      const words = JSON.parse(text(`_locales/${locale}/messages.json`))
      for (const key of keys) expect(words).toHaveProperty(`${key}.message`, expect.stringMatching(/./))
    }
  })
})
