import { type Browser, type CDPSession, CDPSessionEvent, type Protocol } from "puppeteer-core"
import type { Asked, Asker, TrafficMeter } from "./traffic"

type Target = Protocol.Target.TargetInfo
type Initiator = Protocol.Network.Initiator
type Stack = Protocol.Runtime.StackTrace

/**
 * Listens to every target there is and comes to be, the service worker and frames included, before it runs.
 * @param home address of the extension's root
 */
export async function chromiumTraffic(browser: Browser, home: string): Promise<TrafficMeter> {
  const asked: Asked[] = []
  const isOurs = (stack: Stack | undefined): boolean =>
    stack !== undefined && (stack.callFrames.some(({ url }) => url.startsWith(home)) || isOurs(stack.parent))

  const askerOf = (target: Target, from: string, { stack, url = "" }: Initiator): Asker => {
    if (target.url.startsWith(home) && target.type.endsWith("worker")) return "background"
    if (from.startsWith(home)) return "own-page"
    if (isOurs(stack) || url.startsWith(home)) return "content-script"
    return target.url.startsWith("chrome") ? "browser" : "site"
  }

  const listen = (session: CDPSession, target: Target): void => {
    let place = target.url
    session.on("Network.requestWillBeSent", ({ request, initiator, documentURL, type }) => {
      // A navigation is asked for by the document that was there before.
      const from = type === "Document" ? place : documentURL
      asked.push({ by: askerOf(target, from, initiator), url: request.url })
    })
    session.on("Network.webSocketCreated", ({ url, initiator }) => {
      asked.push({ by: askerOf(target, place, initiator ?? { type: "other" }), url })
    })
    session.on("Network.webTransportCreated", ({ url, initiator }) => {
      asked.push({ by: askerOf(target, place, initiator ?? { type: "other" }), url })
    })
    session.on("Page.frameNavigated", ({ frame }) => {
      if (!frame.parentId) place = frame.url
    })
  }
  /** Puppeteer holds each page and frame until it has attached to it, so that whatever is said first is heard in time. */
  const attend = async (session: CDPSession): Promise<void> => {
    // A tab around a page has no network of its own.
    const enabled = session.send("Network.enable").catch(() => undefined)
    const { targetInfo } = await session.send("Target.getTargetInfo")
    if (!/^(browser|tab|service_worker)$/.test(targetInfo.type)) listen(session, targetInfo)
    await enabled
  }

  const root = await browser.target().createCDPSession()
  const connection = root.connection()
  connection?.on(CDPSessionEvent.SessionAttached, (session: CDPSession) => {
    // What is gone before it is asked has asked for nothing.
    attend(session).catch(() => undefined)
  })
  for (const page of await browser.pages()) await attend(await page.createCDPSession())

  // Puppeteer lets go of workers at once, for a worker that is attended is never ended by the browser.
  root.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    const session = connection?.session(sessionId)
    if (!session) return
    listen(session, targetInfo)
    const begun = [session.send("Network.enable"), session.send("Runtime.runIfWaitingForDebugger")]
    void Promise.allSettled(begun)
  })
  const filter = [{ type: "service_worker" }, { type: "shared_worker" }]
  await root.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter,
  })
  return { seen: async () => asked }
}
