import { rm } from "node:fs/promises"
import type { Page } from "puppeteer-core"
import type { BrowserName } from "../browser/browsers"
import { foreignTraffic } from "../browser/own-traffic"
import { type Session, startSession } from "../browser/session"
import { type Touched, touchedIn, witnessedBuild } from "../browser/touched"
import { leftBy } from "../browser/traffic"
import { DASHBOARD, KARIER, KARSA, PINTAR } from "../browser/world"
import type { Outcome } from "./drill"

/** Practised sites that may be asked, by their own pages alone. */
const PRACTISED = [DASHBOARD, PINTAR, KARIER, KARSA].map((origin) => new URL(origin).host)

/** A session in which whatever leaves is counted at the proxy and at the protocol, and whatever is touched in both worlds. */
export interface Metered {
  readonly session: Session
  /** What came of it so far: whatever left, and whatever was touched. */
  outcome(): Promise<Outcome>
  close(): Promise<void>
}

/**
 * Opens a browser with every meter on. Its service worker is not to be killed: the protocol holds it.
 * @param after code that runs in the world of our content scripts, to try the meters
 */
export async function startMetered(name: BrowserName, after = ""): Promise<Metered> {
  const extensionDir = await witnessedBuild(name, after)
  const session = await startSession(name, { extensionDir })
  const traffic = await session.browser.watchTraffic()
  const pages = new Set<Page>()
  const { dashboard, site } = session
  session.dashboard = async () => noted(await dashboard())
  session.site = async (origin) => noted(await site(origin))
  const noted = <Of extends { page: Page }>(practised: Of): Of => {
    pages.add(practised.page)
    return practised
  }

  return {
    session,
    async outcome() {
      const { proxy } = session.world
      const seen = await traffic.seen()
      const byTheirs = seen.filter(({ by, url }) => by === "site" && /^(http|ws)/.test(url))
      const strange = byTheirs.filter(({ url }) => !PRACTISED.includes(new URL(url).host))
      const touched = (await Promise.all([...pages].map(touchedIn))).filter((each) => each !== undefined)
      const counts = touched.flatMap(witnessed)
      const sum = (kind: string) =>
        counts.filter((each) => each.kind === kind).reduce((all, { count }) => all + count, 0)
      return {
        findings: [
          ...leftBy(seen).map((each) => `left, by ${each}`),
          ...strange.map(({ url }) => `left, by a page that never asks for it: ${url}`),
          ...foreignTraffic(proxy.refused).map((target) => `left, seen at the proxy: ${target}`),
          ...touched.flatMap(({ touches }) =>
            Object.entries(touches).map(
              ([what, count]) => `touched, seen by the site: ${what}, ${count} times`,
            ),
          ),
          ...counts
            .filter(({ kind }) => kind === "touch")
            .map(({ what, count, where }) => `touched: ${what}, ${count} times${where}`),
          ...(counts.length > 0 ? [] : ["nobody saw our scripts"]),
        ],
        figures: {
          "requests of the sites": byTheirs.length,
          "requests of ours": leftBy(seen).length,
          touches: sum("touch"),
          "words read": sum("text"),
          "other looks at pages": sum("look"),
          "changes in our own card": sum("own"),
          "messages sent": sum("sent"),
        },
      }
    },
    async close() {
      await session.close()
      await rm(extensionDir, { recursive: true, force: true })
    },
  }
}

/** Acts of a person who is there, each in a browser of its own with every meter on: all that came of them, figures summed. */
export async function outcomeOf(
  name: BrowserName,
  acts: readonly ((session: Session) => Promise<void>)[],
): Promise<Outcome> {
  const all: Outcome = { findings: [], figures: {} }
  for (const act of acts) {
    const metered = await startMetered(name)
    try {
      await metered.session.registerSomeone()
      await act(metered.session)
      const { findings, figures } = await metered.outcome()
      all.findings.push(...findings)
      for (const [what, count] of Object.entries(figures))
        all.figures[what] = (all.figures[what] ?? 0) + count
    } finally {
      await metered.close()
    }
  }
  return all
}

function witnessed({ witness }: Touched) {
  return witness.flatMap((document) => document?.counts ?? [])
}
