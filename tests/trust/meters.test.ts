import { describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { until } from "../browser/until"
import { startMetered } from "./metered"

/** What our script never does, done in its own world half a second after it has come. */
const MISDEEDS = `setTimeout(() => {
  const field = document.querySelector("input[name=email]")
  field.value
  field.getAttribute("value")
  document.cookie
  sessionStorage.getItem("simulasi")
  document.body.setAttribute("data-jejak", "")
  field.focus()
  document.querySelector("#root h1").click()
  new Image().src = "https://elsewhere.example/"
  fetch("https://elsewhere.example/").catch(() => {})
}, 500)`

const SEEN = [
  "touched: HTMLInputElement.value",
  'touched: Element.getAttribute("value")',
  "touched: Document.cookie",
  "touched: sessionStorage",
  "touched: Storage.getItem",
  "touched: Element.setAttribute",
  "touched: HTMLElement.focus",
  "touched: HTMLElement.click",
  "touched: Image",
  "touched: fetch",
  "touched, seen by the site: attributes body, 1",
  "touched, seen by the site: fokus, 1",
  "touched, seen by the site: kejadian click, 1",
  "left, by content-script: https://elsewhere.example/",
  "left, seen at the proxy: elsewhere.example:443",
]

describe.each(BROWSERS)("the meters in %s", (name) => {
  test("see each misdeed of a content script", async () => {
    const metered = await startMetered(name, MISDEEDS)
    try {
      await metered.session.registerSomeone()
      const site = await metered.session.dashboard()
      await site.open("/masuk")
      await until("the last misdeed was seen", async () => {
        const { findings } = await metered.outcome()
        return findings.some((each) => each.startsWith("left, seen at the proxy")) || undefined
      })
      const { findings } = await metered.outcome()
      expect(SEEN.filter((start) => !findings.some((each) => each.startsWith(start)))).toEqual([])
    } finally {
      await metered.close()
    }
  })
})
