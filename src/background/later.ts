import browser from "webextension-polyfill"
import { runInPage } from "../ui/own-script"

/** In Firefox the background is a page. The bundler refuses the bare name, since it takes the worker for a module. */
const worker = globalThis as unknown as { importScripts(...addresses: string[]): void }

const isPage = () => typeof document !== "undefined"

/**
 * Has the browser keep these scripts of the build, so that they can be run later: a service worker runs only what it ran when
 * it was installed. To be called in the first turn.
 */
export function keepForLater(paths: readonly string[]): void {
  if (isPage()) return
  addEventListener("install", () =>
    worker.importScripts(...paths.map((path) => browser.runtime.getURL(path))),
  )
}

/** Runs one of them, which most backgrounds never need. @throws Error when it cannot be loaded */
export async function runLater(path: string): Promise<void> {
  if (isPage()) await runInPage(path)
  else worker.importScripts(browser.runtime.getURL(path))
}
