import browser from "webextension-polyfill"
import type { Reply } from "../messages/messages"
import { type Overview, PAINTING_KEY, STAMP_KEY, type TabJudgement } from "../messages/overview"
import { noteOwnFault, noteUncaught } from "../ui/own-faults"
import { ABOUT_TAB, fragmentOf, keptPainting, type Painting } from "../ui/painting/painting"
import { isInToolbarPopup } from "../ui/view"
import { holdHands } from "./held"
import { takeOver } from "./take-over"

/*
 * The first script of the popup. What was last painted is put on screen if it still holds; the page itself is loaded when
 * there is no such painting, when somebody is about to do something, or when anything turns out to be otherwise.
 */

const LATEST_TIMER = 2 ** 31 - 1

let isLoading = false
const stopNoting = noteUncaught()

/** Where the page itself will be. */
const place = () => document.getElementById("__plasmo") as HTMLElement

/** This script stands before what it puts its painting into. */
function untilParsed(): Promise<unknown> {
  if (document.readyState !== "loading") return Promise.resolve()
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }))
}

/** Loads the page itself, once. */
function load(): void {
  if (isLoading) return
  isLoading = true
  for (const address of (place().dataset.script ?? "").split(" ")) {
    const script = document.createElement("script")
    script.type = "module"
    script.src = address
    // The page notes its own mistakes.
    script.onload = stopNoting
    document.head.append(script)
  }
}

/** A painting, and what it puts into the page. */
type Found = readonly [painting: Painting, content: DocumentFragment]

/** The painting that shows what is kept now; undefined where none does. */
async function validPainting(): Promise<Found | undefined> {
  const kept = await browser.storage.session.get([STAMP_KEY, PAINTING_KEY])
  const painting = keptPainting(kept[PAINTING_KEY])
  if (!painting || painting.stamp !== kept[STAMP_KEY]) return undefined
  const now = new Date()
  if (painting.until <= now.getTime() || painting.offset !== now.getTimezoneOffset()) return undefined
  const content = fragmentOf(painting.content)
  return content && [painting, content]
}

function paint([painting, content]: Found): void {
  const shown = document.createElement("div")
  shown.append(content)
  const bringAboutTab = withoutAboutTab(shown)
  document.documentElement.lang = painting.language
  place().before(shown)
  takeOver(shown, place(), holdHands(shown, load))
  follow(painting, bringAboutTab)
}

/** Leaves the parts about the current tab out, as long as it is not known which that is. @returns how to bring them back */
function withoutAboutTab(shown: Element): () => void {
  const parts = ABOUT_TAB.flatMap((name) => [...shown.querySelectorAll(`[${name}]`)]).map((part) => {
    const mark = document.createComment("")
    part.replaceWith(mark)
    return { part, mark }
  })
  return () => {
    for (const { part, mark } of parts) mark.replaceWith(part)
  }
}

/** Sees to it that the painting stays as long as it is right, and no longer. */
function follow(painting: Painting, bringAboutTab: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    // Firefox tells of what was set anew to the same too.
    if (STAMP_KEY in changes && changes[STAMP_KEY]?.newValue !== painting.stamp) load()
  })
  setTimeout(load, Math.min(painting.until - Date.now(), LATEST_TIMER))
  document.addEventListener("visibilitychange", () => {
    if (Date.now() >= painting.until) load()
  })
  ask<Overview>({ type: "overview" })
    .then((overview) => overview.stamp === painting.stamp || load())
    .catch(load)
  judge(painting, bringAboutTab).catch(load)
}

async function judge(painting: Painting, bringAboutTab: () => void): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.url === undefined) return
  const judgement = await ask<TabJudgement>({ type: "judge-address", url: tab.url.slice(0, 4000) })
  const verdict = judgement.kind === "own" ? undefined : JSON.stringify(judgement)
  if (verdict !== undefined) {
    globalThis.jejakPainted = { verdict: { ...judgement, ...(tab.id !== undefined && { tab: tab.id }) } }
  }
  // Where there is nothing to tell, what the painting has about another tab stays out.
  if (verdict === undefined) return
  if (verdict === painting.verdict) bringAboutTab()
  else load()
}

/** @throws Error when there is no answer, or a failure */
async function ask<Value>(message: object): Promise<Value> {
  const reply = (await browser.runtime.sendMessage(message)) as Reply<Value> | undefined
  if (reply?.ok !== true) throw new Error("The background did not answer.")
  return reply.value
}

const inToolbarPopup = isInToolbarPopup(browser.extension.getViews({ type: "popup" }))
document.documentElement.dataset.view = inToolbarPopup ? "popup" : "page"
const found = validPainting()
untilParsed()
  .then(() => found)
  .then((valid) => (valid ? paint(valid) : load()))
  .catch((error: unknown) => {
    noteOwnFault(error)
    load()
  })
