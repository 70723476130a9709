import type { Browser, CDPSession, Protocol } from "puppeteer-core"
import type { Asked, Asker, TrafficMeter } from "./traffic"

type Target = Protocol.Target.TargetInfo
type Initiator = Protocol.Network.Initiator
type Stack = Protocol.Runtime.StackTrace

/**
 * Attaches to every target there is and comes to be, the service worker and frames included, before it runs.
 * @param home address of the extension's root
 */
export async function chromiumTraffic(browser: Browser, home: string): Promise<TrafficMeter> {
  const asked: Asked[] = []
  const isOurs = (stack: Stack | undefined): boolean =>
    stack !== undefined &&
    (stack.callFrames.some(({ url }) => url.startsWith(home)) || isOurs(stack.parent))

  const askerOf = (target: Target, from: string, { stack, url = "" }: Initiator): Asker => {
    if (target.url.startsWith(home) && target.type.endsWith("worker")) return "background"
    if (from.startsWith(home)) return "own-page"
    if (isOurs(stack) || url.startsWith(home)) return "content-script"
    return target.url.startsWith("chrome") ? "browser" : "site"
  }

  const attend = async (session: CDPSession, target: Target): Promise<void> => {
    let place = target.url
    session.on("Network.requestWillBeSent", ({ request, initiator, documentURL, type }) => {
      // A navigation is asked for by the document that was there before.
      asked.push({
        by: askerOf(target, type === "Document" ? place : documentURL, initiator),
        url: request.url,
      })
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
    follow(session)
    // A target may be gone before it is asked.
    const begun = [
      session.send("Network.enable"),
      ...(target.type === "page" ? [session.send("Page.enable")] : []),
      session.send("Target.setAutoAttach", ALL),
      session.send("Runtime.runIfWaitingForDebugger"),
    ]
    await Promise.allSettled(begun)
  }
  const follow = (session: CDPSession) =>
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      const attached = session.connection()?.session(sessionId)
      if (attached) void attend(attached, targetInfo)
    })

  const root = await browser.target().createCDPSession()
  follow(root)
  await root.send("Target.setAutoAttach", ALL)
  return { seen: async () => asked }
}

const ALL = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
