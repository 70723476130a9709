import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import en from "../../../locales/en/messages.json"
import id from "../../../locales/id/messages.json"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { FAILURES } from "../../messages/messages"
import { programmes } from "../../programmes/registry"
import { MODES, SEVERITIES, STEP_IDS, WARNING_IDS } from "../../programmes/steps"
import { fill, foreignLanguage, language, say, sayOf, speak } from "./words"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))
beforeEach(() => {
  resetOwnPage()
  speak(undefined)
})
/** As a browser has it from its start on. */
const inEnglish = () => {
  ownPage().state.language = "en"
  speak(undefined)
}

const languages: Record<string, Record<string, { message: string }>> = { id, en }
const each = Object.entries(languages)
const placeholders = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort()
const keyOf = (group: string, name: string, part?: string) =>
  [group, name, part].filter(Boolean).join("_").replaceAll("-", "_")

describe("the words", () => {
  it("are the same keys in both languages, in the same order", () => {
    expect(Object.keys(en)).toEqual(Object.keys(id))
  })

  it.each(Object.keys(id))("%s takes the same values in both languages", (key) => {
    expect(placeholders(languages.en?.[key]?.message ?? "")).toEqual(
      placeholders(languages.id?.[key]?.message ?? ""),
    )
  })

  describe.each(each)("in %s", (_language, messages) => {
    it.each(Object.entries(messages))("%s is a short message of our own format", (key, { message }) => {
      expect(key).toMatch(/^\w+$/)
      expect(message.trim()).toBe(message)
      expect(message).not.toBe("")
      expect(message.length).toBeLessThanOrEqual(300)
      expect(message).not.toContain("$")
      expect(message.replace(/\{\w+(\|[^{}|]+\|[^{}|]+)?\}/g, "")).not.toMatch(/[{}|]/)
    })

    it("introduce the extension in what a browser shows of it", () => {
      expect(messages.extensionName?.message).toBe("Jejak")
      expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132)
    })

    const expected = [
      ...STEP_IDS.flatMap((step) => [keyOf("step", step, "title"), keyOf("step", step, "next")]),
      ...WARNING_IDS.flatMap((warning) => [
        keyOf("warning", warning, "title"),
        keyOf("warning", warning, "text"),
      ]),
      ...["locked", "open", "proposed", "done", "missed"].map((state) => keyOf("state", state)),
      ...SEVERITIES.map((severity) => keyOf("severity", severity)),
      ...MODES.map((mode) => keyOf("mode", mode)),
      ...FAILURES.map((failure) => keyOf("failure", failure)),
      ...["faq", "article", "news", "screens", "old", "account", "assumption"].map((of) =>
        keyOf("source", of),
      ),
      ...programmes.flatMap((pack) => [
        ...pack.steps.filter((step) => step.waiting).map((step) => keyOf("step", step.id, "wait")),
        ...pack.deadlines.flatMap((deadline) =>
          ["name", "why", "missed"].map((part) => keyOf("deadline", deadline.id, part)),
        ),
        ...pack.deadlines
          .flatMap((deadline) => [deadline.opens, deadline.closes])
          .flatMap((moment) => moment?.earliestOf ?? [])
          .map((counting) => keyOf("anchor", counting.from)),
        ...pack.prerequisites.map((prerequisite) => keyOf("prerequisite", prerequisite.id)),
        ...pack.prerequisites
          .filter(({ check }) => check)
          .flatMap(({ id }) => ["title", "why", "todo"].map((part) => keyOf("prerequisite", id, part))),
        ...pack.linkingFailures.map(({ id }) => keyOf("linking", id, "todo")),
        ...pack.wallets.map(({ kind }) => keyOf("wallet_kind", kind)),
        ...pack.advice.map((advice) => keyOf("advice", advice.id)),
        ...pack.hints.map((hint) => keyOf("hint", hint.id, "title")),
        ...pack.prerequisites.filter(({ check }) => check).map((each) => keyOf("hint_point", each.id)),
        ...pack.sites.flatMap((site) =>
          site.signals.flatMap((signal) => signal.claims.map((claim) => keyOf("reported", claim.state))),
        ),
      ]),
    ]
    it.each([...new Set(expected)])("have %s", (key) => {
      expect(messages).toHaveProperty(key)
    })

    it("give each advice the values that its pack has", () => {
      for (const { id: advice, values } of programmes.flatMap((pack) => pack.advice)) {
        expect(placeholders(messages[keyOf("advice", advice)]?.message ?? "")).toEqual(
          Object.keys(values).sort(),
        )
      }
    })
  })
})

describe("say", () => {
  it("speaks the browser's language, and Indonesian where it has no other", () => {
    expect([language(), say("save")]).toEqual(["id", "Simpan"])
    inEnglish()
    expect([language(), say("save")]).toEqual(["en", "Save"])
  })

  it("puts values in, as they are", () => {
    expect(say("wave", { wave: 70 })).toBe("Gelombang 70")
    expect(say("finished_heading", { name: "$1 {wave} <b>" })).toBe("Siap, $1 {wave} <b>!")
  })

  it("leaves out what it was not given", () => {
    expect(say("finished_heading")).toBe("Siap, !")
  })

  it("finds the message of an id, and none for an id that it does not know", () => {
    expect(sayOf("step", "post-test", "title")).toBe("Kerjakan post-test")
    expect(sayOf("state", "done")).toBe("selesai")
    expect(sayOf("step", "nothing-of-the-kind", "title")).toBeUndefined()
  })
})

describe("the words of another language than the browser's", () => {
  afterEach(() => speak(undefined))

  it("take its place in everything that is said", () => {
    speak({ language: "en", messages: en })
    expect([language(), say("save"), sayOf("state", "done")]).toEqual(["en", "Save", "done"])
    expect(say("prerequisites_heading", { count: 1 })).toBe("1 thing to check")
    speak(undefined)
    expect([language(), say("save")]).toEqual(["id", "Simpan"])
  })

  it("leave what they lack to the browser", () => {
    speak({ language: "en", messages: { save: { message: "Save" } } })
    expect([say("save"), say("cancel")]).toEqual(["Save", "Batal"])
    expect(sayOf("step", "nothing-of-the-kind", "title")).toBeUndefined()
    expect(sayOf("constructor", "")).toBeUndefined()
  })

  it("are needed only where the browser does not have them", () => {
    expect([foreignLanguage("browser"), foreignLanguage("id"), foreignLanguage("en")]).toEqual([
      undefined,
      undefined,
      "en",
    ])
    inEnglish()
    expect([foreignLanguage("browser"), foreignLanguage("id"), foreignLanguage("en")]).toEqual([
      undefined,
      "id",
      undefined,
    ])
  })
})

describe("fill", () => {
  const message = "{count} {count|thing|things}"
  it.each([
    [0, "0 things"],
    [1, "1 thing"],
    [2, "2 things"],
  ])("chooses the English form for %i", (count, expected) => {
    expect(fill(message, { count }, "en")).toBe(expected)
  })

  it("has one form for every number in Indonesian", () => {
    expect(fill(message, { count: 1 }, "id")).toBe("1 things")
  })
})
