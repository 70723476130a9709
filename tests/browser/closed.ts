import type { Browser } from "puppeteer-core"

/** Resolves when the person has closed the last window; on some systems the browser itself then stays. */
export function lastWindowClosed(browser: Browser): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!browser.targets().some((target) => target.type() === "page")) resolve()
    }
    browser.on("targetdestroyed", look)
    browser.once("disconnected", () => resolve())
  })
}
