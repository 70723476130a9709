import { readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll } from "vitest"
import type { BrowserName } from "./browsers"
import { type Session, startSession } from "./session"
import { untilTrue } from "./until"

/** Everything is forgotten that the extension knows, no other tab is open, and the welcome page is in front. */
async function beginAnew(session: Session): Promise<void> {
  const page = await session.browser.extensionPage("popup.html")
  const others = (await page.browser().pages()).filter((other) => other !== page)
  await Promise.all(others.map((other) => other.close()))
  const reply: unknown = await page.evaluate(() => chrome.runtime.sendMessage({ type: "delete-everything" }))
  if (!(reply as { ok?: boolean }).ok) throw new Error(`not deleted: ${JSON.stringify(reply)}`)
  // In the same tab: opening one takes longer than loading a page. That it has loaded is asked of the page itself.
  const welcome = session.browser.extensionUrl("tabs/welcome.html")
  page.goto(welcome).catch(() => undefined)
  await untilTrue(
    page,
    "the welcome page is loaded",
    (wanted) => location.href === wanted && document.readyState === "complete",
    welcome,
  )
  await session.browser.setColorScheme("light")
  for (const file of await readdir(session.downloads)) await rm(join(session.downloads, file))
  session.world.proxy.beginAnew()
}

/**
 * One browser for all tests of a group, since starting one takes longer than most of them. Returns what is to be asked for it
 * before each test: the session as after an install, but for the browser's own age.
 */
export function sharedSession(
  name: BrowserName,
  options: Parameters<typeof startSession>[1] = {},
): () => Promise<Session> {
  let session: Session | undefined
  afterAll(() => session?.close())
  return async () => {
    if (session) await beginAnew(session)
    else session = await startSession(name, options)
    return session
  }
}
