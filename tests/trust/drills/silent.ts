import { setTimeout as pause } from "node:timers/promises"
import type { Frame, Page } from "puppeteer-core"
import { programmes } from "../../../src/programmes/registry"
import { BROWSERS, type BrowserName } from "../../browser/browsers"
import type { PracticePage } from "../../browser/practice-page"
import { type Witnessed, witnessIn } from "../../browser/touched"
import { until } from "../../browser/until"
import { BANK, DASHBOARD, PUBLIC_SITE, STRANGERS } from "../../browser/world"
import type { Drill, Outcome } from "../drill"
import { type Metered, startMetered } from "../metered"

/** Longer than any read takes; that nothing was looked at can only be told after the time in which it would have been. */
const LONG_ENOUGH = 1500

const counted = (witnessed: Witnessed | undefined, kinds: string) =>
  (witnessed?.counts ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { count }) => sum + count, 0)
const sent = (witnessed: Witnessed | undefined) =>
  (witnessed?.counts ?? []).flatMap(({ kind, what, count }) => (kind === "sent" ? [`${what} ${count}`] : []))

/** Where the address alone forbids looking, the script that the browser puts there looks at nothing and says nothing. */
async function silentPaths(site: PracticePage): Promise<string[]> {
  const findings: string[] = []
  const paths = programmes[0]?.sites.find(({ hosts }) => hosts.includes(new URL(DASHBOARD).host))?.silentPaths
  for (const path of paths ?? []) {
    await site.open(path, { stop: "videos" })
    await until(`our script is on ${path}`, async () => sent(await witnessIn(site.page))[0])
    await pause(LONG_ENOUGH)
    const witnessed = await witnessIn(site.page)
    const looks = counted(witnessed, "text look touch")
    if (looks > 0) findings.push(`${path} was looked at ${looks} times`)
    if (sent(witnessed).join() !== "page-opened 1")
      findings.push(`${path}: ${sent(witnessed).join()} was sent`)
  }
  return findings
}

/** What a screen of the site has shown of itself to our script while something is asked that is nobody else's business. */
async function silentScreen(site: PracticePage, name: string, fieldsTell: boolean): Promise<string[]> {
  await pause(LONG_ENOUGH)
  const before = await witnessIn(site.page)
  // A change, so that it would be looked at.
  await site.plant("Akun kamu terindikasi melakukan kecurangan")
  await pause(LONG_ENOUGH)
  const after = await witnessIn(site.page)
  const words = counted(after, "text") - counted(before, "text")
  return [
    ...(fieldsTell && words > 0 ? [`${name}: ${words} words were read`] : []),
    ...(sent(after).join() === sent(before).join() ? [] : [`${name}: ${sent(after).join()} was sent`]),
  ]
}

async function absent(where: string, frame: Page | Frame): Promise<string[]> {
  await pause(LONG_ENOUGH / 3)
  return (await witnessIn(frame)) ? [`our script is on ${where}`] : []
}

/** Where nothing may be looked at nothing is; what is said there is thrown away with the session. */
async function staySilent({ session }: Metered): Promise<string[]> {
  const site = await session.dashboard()
  const findings = await silentPaths(site)
  await site.open("/rekening", { stop: "videos" })
  // The silence is no deafness.
  await until("an open page is read", async () => counted(await witnessIn(site.page), "text") || undefined)
  await site.click("Sambungkan Rekening/E-wallet")
  await site.click("DANA")
  findings.push(...(await silentScreen(site, "the linking dialog", true)))
  await site.open("/lembaga/desain-kemasan", { stop: "bought" })
  await site.click("Pakai kode (simulasi)")
  findings.push(...(await silentScreen(site, "the face scan", false)))

  await site.open("/", { stop: "videos" })
  await site.page.evaluate(() => {
    const frame = document.createElement("iframe")
    frame.src = "/rekening"
    document.body.append(frame)
  })
  const frame = await until("the frame is there", () => site.page.frames().find((each) => each.parentFrame()))
  await until("the frame has loaded", async () => {
    const asked = () => location.pathname === "/rekening" && document.readyState === "complete"
    return (await frame.evaluate(asked).catch(() => false)) || undefined
  })
  findings.push(...(await absent("a frame", frame)))
  const elsewhere = await session.browser.newPage()
  for (const origin of [PUBLIC_SITE, BANK, ...STRANGERS.map((host) => `https://${host}`)]) {
    await elsewhere.bringToFront()
    await elsewhere.goto(origin)
    findings.push(...(await absent(origin, elsewhere)))
  }
  return findings
}

async function beSilent(name: BrowserName, rounds: number): Promise<Outcome> {
  const findings: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const metered = await startMetered(name)
    try {
      await metered.session.registerSomeone()
      findings.push(...(await staySilent(metered)))
    } finally {
      await metered.close()
    }
  }
  return { findings, figures: {} }
}

export const silent: readonly Drill[] = BROWSERS.map((browser) => ({
  promise: "nothing-touched",
  name: "every silent path, a linking dialog and a face scan, a frame and hosts of others are opened",
  browser,
  unit: "rounds",
  short: 1,
  long: 5,
  run: (rounds) => beSilent(browser, rounds),
}))
