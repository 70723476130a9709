import type { Page } from "puppeteer-core"
import type { BrowserName } from "./browsers"
import { withPreamble } from "./preamble"

/** What goes wrong with the browser's storage: no database is opened, or nothing more is stored. */
export type Trouble = "refused" | "full"

/**
 * Stands in front of the background: the browser's own functions, which fail in the way that `storage.local` names. Each
 * request to open waits until that is known, so that it holds from the first one on.
 */
const TROUBLE = `
  const { storage } = globalThis.browser ?? chrome
  let trouble
  const known = storage.local.get("trouble").then((found) => { trouble = found.trouble })
  storage.onChanged.addListener((changes, area) => {
    if (area === "local" && changes.trouble) trouble = changes.trouble.newValue
  })
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (...named) {
    const request = {}
    known.then(() => {
      if (trouble === "refused") {
        request.error = new DOMException("no database in private browsing", "InvalidStateError")
        request.onerror?.({ target: request, preventDefault() {}, stopPropagation() {} })
        return
      }
      const real = open.apply(this, named)
      for (const type of ["upgradeneeded", "blocked", "success", "error"])
        real["on" + type] = (event) => {
          request.transaction = real.transaction
          if (real.readyState === "done" && !real.error) request.result = real.result
          request["on" + type]?.(event)
        }
    })
    return request
  }
  for (const method of ["add", "put"]) {
    const store = IDBObjectStore.prototype[method]
    IDBObjectStore.prototype[method] = function (...row) {
      if (trouble === "full") throw new DOMException("no room", "QuotaExceededError")
      return store.apply(this, row)
    }
  }
`

/** A copy of the build whose background's storage can be troubled; for `OpenOptions.extensionDir`. */
export function withTroubledStorage(name: BrowserName): Promise<string> {
  return withPreamble(name, { "static/background/index.js": TROUBLE })
}

/** Has something go wrong from now on, or nothing. A refusal holds from the background's next start. */
export async function trouble(page: Page, what: Trouble | undefined): Promise<void> {
  await page.evaluate(
    (wanted) =>
      wanted ? chrome.storage.local.set({ trouble: wanted }) : chrome.storage.local.remove("trouble"),
    what,
  )
}
