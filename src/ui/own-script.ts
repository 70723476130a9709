import browser from "webextension-polyfill"

/** Runs a script of ours in this page, by its path in the build. @throws Error when it cannot be loaded */
export function runInPage(path: string): Promise<void> {
  const address = browser.runtime.getURL(path)
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = address
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${address} could not be loaded.`))
    document.head.append(script)
  })
}
