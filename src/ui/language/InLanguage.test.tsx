// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import en from "../../../locales/en/messages.json"
import id from "../../../locales/id/messages.json"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { clear, render, textOf } from "../../../tests/fixtures/render"
import { useOverview } from "../useOverview"
import { InLanguage } from "./InLanguage"
import { language, say, speak } from "./words"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()
const { overview } = overviewFixtures.fresh
const speaking = (wanted: "browser" | "id" | "en") => ({
  ...overview,
  preferences: { ...overview.preferences, language: wanted },
})

/** What the page's `<script>`s do, since jsdom runs none: each waits until the test lets it. */
const scripts: { address: string; run: () => void; fail: () => void }[] = []
const files: Record<string, typeof id> = { id, en }

beforeEach(() => {
  resetOwnPage()
  scripts.length = 0
  globalThis.jejakWords = undefined
  vi.spyOn(document.head, "append").mockImplementation((node) => {
    const script = node as HTMLScriptElement
    const [, wanted = ""] = /words\/(\w+)\.js$/.exec(script.src) ?? []
    scripts.push({
      address: script.src,
      run: () => {
        globalThis.jejakWords = { ...globalThis.jejakWords, [wanted]: files[wanted] }
        script.onload?.(new Event("load"))
      },
      fail: () => script.onerror?.(new Event("error")),
    })
  })
})
afterEach(async () => {
  await clear()
  speak(undefined)
  vi.restoreAllMocks()
})

const painted: string[] = []
function Words() {
  const { overview: shown } = useOverview(0)
  painted.push(say("save"))
  return (
    <p>
      {say("save")} {shown?.participant?.displayName}
    </p>
  )
}
const open = async () => {
  painted.length = 0
  await render(<InLanguage>{() => <Words />}</InLanguage>)
}
const change = (before: unknown, after: unknown) =>
  act(async () => {
    for (const listener of state.listeners)
      listener({ overview: { oldValue: before, newValue: after } as { newValue: unknown } }, "local")
  })
const run = (which: (typeof scripts)[number] | undefined) => act(async () => which?.run())

describe("a page", () => {
  it("speaks the browser's language without a script, from the stored overview on", async () => {
    state.stored.overview = speaking("browser")
    await open()
    expect(textOf("p")).toBe("Simpan Siti Aminah")
    expect(document.documentElement.lang).toBe("id")
    expect(scripts).toEqual([])
  })

  it("speaks the language chosen where the overview is kept in memory only", async () => {
    state.inMemory.overview = speaking("en")
    await open()
    await run(scripts[0])
    expect(textOf("p")).toBe("Save Siti Aminah")
  })

  it("loads no script for the browser's own language", async () => {
    state.stored.overview = speaking("id")
    await open()
    expect([textOf("p"), scripts.length]).toEqual(["Simpan Siti Aminah", 0])
  })

  it("says nothing until it has the words of another language", async () => {
    state.stored.overview = speaking("en")
    await open()
    expect(textOf("p")).toBe("")
    expect(scripts.map(({ address }) => address)).toEqual(["chrome-extension://jejak/words/en.js"])
    await run(scripts[0])
    expect(textOf("p")).toBe("Save Siti Aminah")
    expect(painted).not.toContain("Simpan")
    expect(document.documentElement.lang).toBe("en")
  })

  it("follows what is chosen elsewhere, and loads each language once", async () => {
    await open()
    await change(speaking("browser"), speaking("en"))
    expect(textOf("p")).toContain("Simpan")
    await run(scripts[0])
    expect([textOf("p").slice(0, 4), language()]).toEqual(["Save", "en"])
    await change(speaking("en"), speaking("browser"))
    expect(textOf("p")).toContain("Simpan")
    await change(speaking("browser"), speaking("en"))
    expect(textOf("p")).toContain("Save")
    expect(scripts).toHaveLength(1)
  })

  it("ends with the last of two choices, whichever words come first", async () => {
    await open()
    await change(speaking("browser"), speaking("en"))
    await change(speaking("en"), speaking("id"))
    await run(scripts[0])
    expect([textOf("p").slice(0, 6), language()]).toEqual(["Simpan", "id"])
  })

  it("speaks the browser's language when the words do not come", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined)
    state.stored.overview = speaking("en")
    await open()
    await act(async () => scripts[0]?.fail())
    expect(textOf("p")).toContain("Simpan")
    expect(complaint).toHaveBeenCalled()
  })

  it.each([undefined, 1, "en", { preferences: null }, { preferences: { language: "fr" } }])(
    "takes %j for no choice",
    async (stored) => {
      state.stored.overview = stored
      await open()
      expect(textOf("p")).toContain("Simpan")
    },
  )
})
