import { describe, expect, it } from "vitest"
import { programmes } from "./registry"
import { isWatchableHost, watchable } from "./watchable"

const [programme] = programmes
if (!programme) throw new Error("no programme")

describe("what may be watched", () => {
  it("is every platform of the pack, on each of its hosts", () => {
    const platforms = programme.sites.filter(({ access }) => access === "optional")
    expect(platforms.length).toBeGreaterThan(0)
    for (const { id, hosts } of platforms)
      for (const host of hosts)
        expect(watchable(programme, `https://${host}/x`)).toEqual({ as: "platform", site: id })
  })

  it.each([
    "https://kelas.karsa.example/kursus/1",
    "https://belajar.co.id/",
    "https://xn--bcher-kva.example/",
  ])("is a learning site such as %s", (address) => {
    expect(watchable(programme, address)).toMatchObject({ as: "host", host: new URL(address).hostname })
  })

  it.each([
    ["the site that is read since the install", "https://dashboard.prakerja.go.id/"],
    ["another official host", "https://www.prakerja.go.id/"],
    ["where everybody logs in", "https://account.kemnaker.go.id/"],
    ["a known fake", "https://prakerja.vip/"],
    ["a borrowed name", "https://kartu-prakerja-gratis.example/"],
    ["a page without encryption", "http://kelas.karsa.example/"],
    ["another port", "https://kelas.karsa.example:444/"],
    ["a number", "https://192.168.1.1/"],
    ["a number of the newer kind", "https://[::1]/"],
    ["this machine", "https://localhost/"],
    ["a host with a dot too many", "https://kelas.karsa.example./"],
    ["a page of the browser", "about:addons"],
    ["a page of an extension", "chrome-extension://abcdefghijklmnop/popup.html"],
    ["no address", "kelas"],
    ["a host longer than is noted", `https://${"a.".repeat(60)}example/`],
  ])("is not %s", (_what, address) => {
    expect(watchable(programme, address)).toBeUndefined()
  })

  it("is no host of which the pack says so, nor one below it, nor one with such a label", () => {
    const { hosts, labels } = programme.watching.never
    expect(hosts.length).toBeGreaterThan(0)
    expect(labels.length).toBeGreaterThan(0)
    for (const host of hosts) {
      expect(watchable(programme, `https://${host}/`)?.as).not.toBe("host")
      expect(watchable(programme, `https://kelas.${host}/`)?.as).not.toBe("host")
    }
    for (const label of labels)
      expect(watchable(programme, `https://${label}.kampus.example/`)).toBeUndefined()
  })

  it.each([
    "kelas.karsa.example/*",
    "kelas.karsa.example:444",
    "KELAS.karsa.example",
    "a@kelas.karsa.example",
    "",
    "*",
  ])("is named by its plain host, not by %j", (host) => {
    expect(isWatchableHost(programme, host)).toBe(false)
  })
})
