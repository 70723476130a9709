import { describe, expect, it } from "vitest"
import { findBrowsers, isNodeNewEnough, missingBrowsers } from "./setup.mjs"

interface Given {
  platform?: string
  env?: Record<string, string>
  files?: string[]
}

/** A machine that has these files and no others. */
function machine({ platform = "linux", env = {}, files = [] }: Given) {
  const separator = platform === "win32" ? "\\" : "/"
  return {
    platform,
    env,
    home: platform === "win32" ? "C:\\Users\\ani" : "/home/ani",
    exists: (file: string) => files.includes(file),
    list: (folder: string) => {
      const inside = files.filter((file) => file.startsWith(folder + separator))
      return [...new Set(inside.flatMap((file) => file.slice(folder.length + 1).split(separator)[0] ?? []))]
    },
  }
}

describe("findBrowsers", () => {
  it("finds nothing on an empty machine of any kind", () => {
    for (const platform of ["linux", "darwin", "win32"])
      expect(findBrowsers(machine({ platform }))).toEqual({})
  })

  it.each([
    ["linux", {}, ["/usr/bin/chromium", "/usr/bin/firefox-esr"]],
    ["linux", {}, ["/usr/bin/google-chrome-stable", "/usr/bin/firefox"]],
    [
      "darwin",
      {},
      [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/home/ani/Applications/Firefox.app/Contents/MacOS/firefox",
      ],
    ],
    [
      "win32",
      { PROGRAMFILES: "C:\\Program Files", LOCALAPPDATA: "C:\\Users\\ani\\AppData\\Local" },
      [
        "C:\\Users\\ani\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
      ],
    ],
  ])("finds what is installed on %s", (platform, env, [chromium = "", firefox = ""]) => {
    expect(findBrowsers(machine({ platform, env, files: [chromium, firefox] }))).toEqual({
      chromium,
      firefox,
    })
  })

  it("prefers what the variables name, and then takes nothing else", () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: "/opt/mine", FIREFOX_EXECUTABLE_PATH: "/opt/gone" }
    const files = ["/opt/mine", "/usr/bin/chromium", "/usr/bin/firefox"]
    expect(findBrowsers(machine({ env, files }))).toEqual({ chromium: "/opt/mine" })
  })

  it.each([
    [
      "linux",
      {},
      [
        "/home/ani/.cache/puppeteer/chrome/linux-131.0.6778.204/chrome-linux64/chrome",
        "/home/ani/.cache/puppeteer/firefox/linux-stable_133.0/firefox/firefox",
      ],
    ],
    [
      "darwin",
      { PUPPETEER_CACHE_DIR: "/cache" },
      [
        "/cache/chrome/mac_arm-131.0.6778.204/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
        "/cache/firefox/mac_arm-stable_133.0/Firefox.app/Contents/MacOS/firefox",
      ],
    ],
    [
      "win32",
      {},
      [
        "C:\\Users\\ani\\.cache\\puppeteer\\chrome\\win64-131.0.6778.204\\chrome-win64\\chrome.exe",
        "C:\\Users\\ani\\.cache\\puppeteer\\firefox\\win64-stable_133.0\\core\\firefox.exe",
      ],
    ],
  ])("looks into Puppeteer's cache on %s", (platform, env, [chromium = "", firefox = ""]) => {
    expect(findBrowsers(machine({ platform, env, files: [chromium, firefox] }))).toEqual({
      chromium,
      firefox,
    })
  })

  it("takes the newest of the cache, by number and not by letter", () => {
    const cached = (version: string) =>
      `/home/ani/.cache/puppeteer/chrome/linux-${version}/chrome-linux64/chrome`
    const files = [cached("99.0.1"), cached("131.0.2"), cached("131.0.10")]
    expect(findBrowsers(machine({ files }))).toEqual({ chromium: cached("131.0.10") })
  })
})

describe("missingBrowsers", () => {
  const debian = { ubuntu: false }

  it("says nothing when both are there", () => {
    expect(missingBrowsers({ chromium: "/a", firefox: "/b" }, machine({}), debian)).toBeUndefined()
  })

  it("names what is missing, and only that, with the variable that may name it", () => {
    const sentence = missingBrowsers({ chromium: "/a" }, machine({ platform: "darwin" }), debian)
    expect(sentence).toBe("Please install Firefox, or set FIREFOX_EXECUTABLE_PATH to the executable.")
  })

  it("names the packages on Linux, and warns of snaps on Ubuntu", () => {
    expect(missingBrowsers({}, machine({}), debian)).toContain("apt-get install chromium firefox-esr")
    expect(missingBrowsers({}, machine({}), { ubuntu: true })).toContain("snaps")
  })

  it("says which variable names a file that is not there", () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: "/opt/gone" }
    expect(missingBrowsers({ firefox: "/b" }, machine({ env }), debian)).toBe(
      "PUPPETEER_EXECUTABLE_PATH names /opt/gone, which is not there.",
    )
  })
})

it.each([
  ["18.20.0", false],
  ["20.18.3", false],
  ["20.19.0", true],
  ["22.1.0", true],
])("Node %s is new enough: %s", (version, enough) => {
  expect(isNodeNewEnough(version)).toBe(enough)
})
