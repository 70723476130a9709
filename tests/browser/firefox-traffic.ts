import type { Browser } from "puppeteer-core"
import { evaluateAsBrowser } from "./firefox-chrome"
import type { Asked, TrafficMeter } from "./traffic"

/** Runs in the browser's own window: whatever opens a channel is noted with whose principal asked for it. */
const OBSERVE = `(() => {
  if (window.jejakAsked) return
  const asked = (window.jejakAsked = [])
  const isOurs = (principal) => principal?.addonPolicy?.id === ID
  const byScript = (principal) => principal?.contentScriptAddonPolicy?.id === ID
  const askerOf = ({ triggeringPrincipal, loadingPrincipal, browsingContext }) => {
    if (byScript(triggeringPrincipal) || byScript(loadingPrincipal)) return "content-script"
    if (isOurs(triggeringPrincipal) || isOurs(loadingPrincipal))
      return browsingContext?.embedderElement?.closest("tabbrowser, #tabbrowser-tabbox, panel") ? "own-page" : "background"
    return (loadingPrincipal ?? triggeringPrincipal)?.isSystemPrincipal ? "browser" : "site"
  }
  const observer = {
    observe(subject) {
      const channel = subject.QueryInterface(Ci.nsIChannel)
      asked.push({ by: askerOf(channel.loadInfo), url: channel.URI.spec })
    },
  }
  Services.obs.addObserver(observer, "http-on-opening-request")
})()`

/**
 * Listens in the parent process to every channel over the network, WebSockets included.
 * @param id the extension's
 */
export async function firefoxTraffic(browser: Browser, id: string): Promise<TrafficMeter> {
  await evaluateAsBrowser(browser, OBSERVE.replaceAll("ID", JSON.stringify(id)))
  return {
    async seen() {
      return JSON.parse(
        (await evaluateAsBrowser(browser, "JSON.stringify(window.jejakAsked)")) as string,
      ) as Asked[]
    },
  }
}
