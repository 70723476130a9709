import puppeteer, { type Browser, type CDPSession, type Target } from "puppeteer-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findBrowsers } from "../../scripts/setup.mjs"
import { buildFolder } from "../../scripts/targets"

/*
 * The built service worker in a real Chromium: it starts, it answers, and neither it nor a page of ours complains,
 * be it of an exception or of the content security policy.
 */

let browser: Browser
let worker: Target
const complaints: string[] = []

/** Notes every error and warning that the target logs, those from before included. */
async function listen(session: CDPSession): Promise<void> {
  session.on("Log.entryAdded", ({ entry }) => {
    if (entry.level !== "info" && entry.level !== "verbose") complaints.push(entry.text)
  })
  session.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
    complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text)
  })
  session.on("Runtime.consoleAPICalled", ({ type, args }) => {
    if (["error", "warning", "assert"].includes(type))
      complaints.push(args.map(({ value, description }) => value ?? description).join(" "))
  })
  session.on("Audits.issueAdded", ({ issue }) => {
    if (issue.code === "ContentSecurityPolicyIssue") complaints.push(JSON.stringify(issue.details))
  })
  await session.send("Audits.enable")
  await session.send("Log.enable")
  await session.send("Runtime.enable")
}

/** Address of a page of the extension. */
function ownPage(path: string): string {
  return `chrome-extension://${new URL(worker.url()).host}/${path}`
}

beforeAll(async () => {
  const { chromium } = findBrowsers()
  if (!chromium) throw new Error("no Chromium: run node scripts/setup.mjs")
  browser = await puppeteer.launch({
    executablePath: chromium,
    pipe: true,
    enableExtensions: [buildFolder("chrome-mv3")],
    // Chromium's sandbox does not start as root; nothing outside is to be reached.
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--no-first-run",
    ],
  })
  worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith("chrome-extension://"),
  )
  await listen(await worker.createCDPSession())
})
afterAll(() => browser?.close())

it.each(["popup.html", "tabs/welcome.html"])("answers %s, and nobody complains", async (path) => {
  const page = await browser.newPage()
  await listen(await page.createCDPSession())
  await page.goto(ownPage(path))
  const reply = await page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
  expect(reply).toMatchObject({ ok: true })
  await page
    .waitForSelector("#__plasmo > *", { timeout: 10_000 })
    .catch(() => complaints.push(`${path} stayed empty`))
  expect(complaints).toEqual([])
  await page.close()
})

it("would notice a breach of the content security policy", async () => {
  const page = await browser.newPage()
  await page.goto(ownPage("popup.html"))
  await listen(await page.createCDPSession())
  const before = complaints.length
  await page.evaluate(() => {
    const script = document.createElement("script")
    script.textContent = "window.ran = true"
    document.body.append(script)
  })
  await expect.poll(() => complaints.length).toBeGreaterThan(before)
  complaints.length = before
  await page.close()
})
