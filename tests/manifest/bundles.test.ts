import { posix } from "node:path"
import { runInNewContext } from "node:vm"
import { gzipSync } from "node:zlib"
import { JSDOM } from "jsdom"
import { describe, expect, it, vi } from "vitest"
import { LOCALES, TARGETS } from "../../plasmo.config"
import { licencesText } from "../../scripts/licences"
import type { Manifest } from "../../scripts/manifest"
import { MAKES_MARKUP } from "../../scripts/markup"
import { HINT_FILE, MEMORY_FILE, PAINTER_FILE, REPORT_FILE, REST_FILE } from "../../src/background/files"
import { digestOfPack } from "../../src/programmes/pack-digest"
import { programmes } from "../../src/programmes/registry"
import { storedPacks } from "../../src/programmes/stored"
import { WORD_FILES } from "../../src/ui/language/wordFiles"
import { KEYS_FILE } from "../../src/ui/people/key-from"
import { artefact } from "./artefact"

// Whose names of files are asked for here runs in a browser.
vi.mock("webextension-polyfill", () => ({ default: {} }))

/** As large as the reader is today, so that it can only shrink. */
const CONTENT_SCRIPT_BYTES = 30.2 * 1024
/** The card that is put into a page when it helps there. */
const HINT_BYTES = 6 * 1024
/** What tells a page's shape, put into the one that the person reports. */
const REPORT_BYTES = 23 * 1024

/** All scripts of the popup together, packed with gzip. */
const POPUP_BYTES = 69 * 1024
/** What is run of the background whenever it is woken, packed with gzip: more than half of it are Dexie and Zod. */
const BACKGROUND_BYTES = 75.5 * 1024
/** What it runs besides once it has to do more than note. */
const REST_BYTES = 38.5 * 1024
/** What paints the popup after a change, when nobody waits: the popup's components, and React for where there is no page. */
const PAINTER_BYTES = 37.5 * 1024

/** Addresses in the messages of React, Dexie and the calendar's library, names of XML, and that by which a contact's number becomes a link. */
const KNOWN = [
  "https://reactjs.org/docs/error-decoder.html",
  "https://tinyurl.com/y2uuvskb",
  "http://bit.ly/2kdckMn",
  "http://www.w3.org/",
  "https://wa.me/",
  "https://sebbo2002.github.io/ical-generator/",
]

/** A page's bundle: it holds React. */
const OF_REACT = "reactjs.org/docs/error-decoder"
/**
 * React DOM's own support of a property that no component uses: its setter (two), the making of a script element, and lists of
 * names.
 */
const MARKUP_OF_REACT = { innerHTML: 5, dangerouslySetInnerHTML: 13 }
/** The same where there is no page: names of properties alone. */
const MARKUP_WITHOUT_PAGE = { innerHTML: 2, dangerouslySetInnerHTML: 11 }

/** Every address that a pack names. */
const packAddresses = [...JSON.stringify(programmes).matchAll(/https:\/\/[^"\\\s]+/g)].map(
  ([address]) => address,
)

/** Complete addresses in a text: those with a host written out. */
const addresses = (text: string) =>
  [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[a-z0-9][^\s"'`<>\\)]*/gi)].map(([address]) => address)

const backgroundOf = ({ background }: Manifest) =>
  "scripts" in background ? background.scripts : [background.service_worker]

/** How many bytes scripts have, each packed by itself with gzip. */
const packed = (scripts: readonly string[]) =>
  scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0)

/** The scripts that a page runs when it is opened, by their paths: those that it names, and what they import. */
function scriptsOf(page: string, text: (file: string) => string): string[] {
  const { document } = new JSDOM(text(page)).window
  const named = [...document.querySelectorAll("script")].map(({ src }) => src)
  // What the script that paints the popup loads where it is needed.
  const later = [...document.querySelectorAll<HTMLElement>("[data-script]")].map(
    ({ dataset }) => dataset.script,
  )
  const paths = [...named, ...later.flatMap((list) => list?.split(" ") ?? [])]
  const scripts = new Set(paths.map((src) => new URL(src, `file:///${page}`).pathname.slice(1)))
  for (const script of scripts)
    for (const [, path = ""] of text(script).matchAll(/\b(?:from|import) ?"(\.[^"]+)"/g))
      scripts.add(posix.join(posix.dirname(script), path))
  return [...scripts]
}

describe.each(TARGETS)("the files of %s", (target) => {
  const { manifest, files, text } = artefact(target)
  const scripts = files.filter((file) => /\.m?js$/.test(file))
  const pages = files.filter((file) => file.endsWith(".html"))

  it("are pages, scripts, styles, words, pictures and licences, and no map or machine code", () => {
    const odd = files.filter(
      (file) => !/\.(html|js|css|png|svg|woff2)$|^(manifest\.json|licences\.txt)$/.test(file),
    )
    expect(odd.filter((file) => !/^_locales\/[a-z]+\/messages\.json$/.test(file))).toEqual([])
  })

  it.each(scripts)("%s evaluates no text and tells nothing of its making", (file) => {
    const code = text(file)
    expect(code).not.toMatch(/\beval\s*\(|\bnew Function\b/)
    expect(code).not.toMatch(/sourceMappingURL|__PLASMO|node_modules\//)
  })

  it.each(scripts)("%s names no address but the packs' and its libraries'", (file) => {
    const strange = addresses(text(file)).filter(
      (address) => !packAddresses.includes(address) && !KNOWN.some((known) => address.startsWith(known)),
    )
    expect(strange).toEqual([])
  })

  it.each(scripts)("%s makes no markup but what is known of React, and loads no code", (file) => {
    const code = text(file)
    const made = [...code.matchAll(new RegExp(`\\b(${MAKES_MARKUP.join("|")})\\b`, "g"))].map(
      ([name]) => name,
    )
    const ofReact = file === PAINTER_FILE ? MARKUP_WITHOUT_PAGE : MARKUP_OF_REACT
    const known = code.includes(OF_REACT) ? ofReact : {}
    expect(
      Object.fromEntries(MAKES_MARKUP.map((name) => [name, made.filter((each) => each === name).length])),
    ).toEqual({ ...Object.fromEntries(MAKES_MARKUP.map((name) => [name, 0])), ...known })
    expect(code).not.toMatch(/\bdocument\.write(ln)?\b|\bimport\s*\(|\bWebAssembly\b/)
    // Scripts of the build, when it is installed and when one is needed; the policy allows no others.
    const ways = backgroundOf(manifest).includes(file) ? 2 : 0
    expect(code.match(/\bimportScripts\b/g) ?? []).toHaveLength(ways)
  })

  it("hold the licences of all that is in them", () => {
    expect(text("licences.txt")).toBe(licencesText())
  })

  it.each(LOCALES)("have all words of %s as a script", (locale) => {
    const left: { jejakWords?: Record<string, unknown> } = {}
    runInNewContext(text(`words/${locale}.js`), left)
    expect(left.jejakWords).toEqual({ [locale]: JSON.parse(text(`_locales/${locale}/messages.json`)) })
  })

  it("have in a file of its own what most never need", () => {
    const holding = (part: string) => scripts.filter((file) => text(file).includes(part))
    expect(holding("dkLen")).toEqual([KEYS_FILE])
    expect(holding("IDBCursorWithValue")).toEqual([MEMORY_FILE])
    expect(holding("Nobody official ever asks")).toEqual(["words/en.js"])
  })

  it("keep the words and the packs' schemas out of the popup", () => {
    for (const script of scriptsOf("popup.html", text).map(text)) {
      expect(script).not.toContain("_zod")
      expect(script).not.toContain("Nobody official ever asks")
    }
  })

  it("give the popup little to run", () => {
    const popup = scriptsOf("popup.html", text).map(text)
    expect(popup.some((script) => script.includes(OF_REACT))).toBe(true)
    expect(packed(popup)).toBeLessThanOrEqual(POPUP_BYTES)
  })

  it("have what several pages need once, but for the popup", () => {
    const ofPages = scripts.filter((file) => file !== PAINTER_FILE)
    expect(ofPages.filter((file) => text(file).includes(OF_REACT))).toHaveLength(2)
    const others = pages.filter((page) => page !== "popup.html")
    for (const page of others)
      expect(scriptsOf(page, text).filter((file) => text(file).includes(OF_REACT))).toHaveLength(1)
  })

  it("have no script that nothing runs", () => {
    const run = [
      ...backgroundOf(manifest),
      ...pages.flatMap((page) => scriptsOf(page, text)),
      ...manifest.content_scripts.flatMap(({ js }) => js),
      ...[HINT_FILE, REPORT_FILE],
      ...[...WORD_FILES, REST_FILE, PAINTER_FILE, MEMORY_FILE, KEYS_FILE],
    ]
    expect(scripts.toSorted()).toEqual([...new Set(run)].sort())
  })

  it("give the background little to run when it is woken", () => {
    expect(packed(backgroundOf(manifest).map(text))).toBeLessThanOrEqual(BACKGROUND_BYTES)
    expect(packed([text(REST_FILE)])).toBeLessThanOrEqual(REST_BYTES)
    expect(packed([text(PAINTER_FILE)])).toBeLessThanOrEqual(PAINTER_BYTES)
  })

  it("have the background take packs as they were checked, and be able to check any other", () => {
    const [script = ""] = backgroundOf(manifest).map(text)
    for (const pack of storedPacks) expect(script).toContain(digestOfPack(pack))
    expect(script).toContain("PackError")
  })

  it("put little into pages", () => {
    const bundles = manifest.content_scripts.flatMap(({ js }) => js)
    const bytes = bundles.reduce((sum, file) => sum + Buffer.byteLength(text(file)), 0)
    expect(bytes).toBeLessThanOrEqual(CONTENT_SCRIPT_BYTES)
  })

  it("put a card into pages that is small, and only when there is one", () => {
    expect(manifest.content_scripts.flatMap(({ js }) => js)).not.toContain(HINT_FILE)
    expect(Buffer.byteLength(text(HINT_FILE))).toBeGreaterThan(1024)
    expect(Buffer.byteLength(text(HINT_FILE))).toBeLessThan(HINT_BYTES)
  })

  it("put what tells a page's shape only into a page that is reported", () => {
    expect(manifest.content_scripts.flatMap(({ js }) => js)).not.toContain(REPORT_FILE)
    expect(Buffer.byteLength(text(REPORT_FILE))).toBeGreaterThan(1024)
    expect(Buffer.byteLength(text(REPORT_FILE))).toBeLessThan(REPORT_BYTES)
  })

  it("hold a popup and a welcome page", () => {
    expect(pages).toEqual(expect.arrayContaining(["popup.html", "tabs/welcome.html"]))
  })

  it.each(pages)("%s is a proper page of its own files", (file) => {
    const { document } = new JSDOM(text(file)).window
    expect(document.documentElement.lang).toBe(manifest.default_locale)
    expect(document.characterSet).toBe("UTF-8")
    expect(document.querySelector("meta[charset]")).not.toBeNull()
    expect(document.querySelector("meta[name=viewport]")?.getAttribute("content")).toContain(
      "width=device-width",
    )
    expect(document.title).not.toBe("")
    for (const script of document.querySelectorAll("script")) expect(script.text).toBe("")
    expect(document.querySelectorAll("style, [style], iframe, base, object, embed")).toHaveLength(0)
    const named = [...document.querySelectorAll("[src], link[href]")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
    )
    expect(named).not.toEqual([])
    for (const address of named)
      expect(files).toContain(new URL(address, `file:///${file}`).pathname.slice(1))
  })
})
