import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type BrowserName, type OpenedBrowser, type OpenOptions, openBrowser } from "./browsers"
import { daysAgo, type Participant, type Popup, popupIn, register } from "./popup"
import { type PracticePage, practicePage } from "./practice-page"
import type { Made } from "./server"
import { startWorld, type World } from "./world"

const SOMEONE: Participant = { displayName: "Peserta Karangan", wave: 70, announcedOn: daysAgo(1) }

/**
 * Whether the programme's last days of this year (linking on 3 December, surveys on 10 December) are over: whoever was
 * accepted now has missed them, and nobody can walk the whole way.
 */
function isYearOver(now: Date): boolean {
  return now.getMonth() === 11 && now.getDate() >= 3
}

/** Moves the announcement, which the form rightly takes only up to today, to the first days of the next year. */
async function announceNextYear(session: Session): Promise<void> {
  const page = await session.browser.extensionPage("popup.html")
  await page.waitForSelector("[data-next-step]")
  await page.evaluate(
    async (announcedOn) => {
      const { value } = await chrome.runtime.sendMessage({ type: "overview" })
      const { id: participant, displayName, wave } = value.participant
      const change = { type: "change-participant", participant, displayName, wave, announcedOn }
      await chrome.runtime.sendMessage(change)
    },
    `${new Date().getFullYear() + 1}-01-02`,
  )
  await page.close()
}

/** A browser in the practised world, with a folder of its own that goes away with it. */
export interface Session {
  readonly name: BrowserName
  readonly world: World
  /** Where downloads land. */
  readonly downloads: string
  /** The browser that is open now. */
  browser: OpenedBrowser
  /** Fills in the welcome page that the extension opened by itself, and closes it. */
  registerSomeone(participant?: Participant): Promise<void>
  popup(): Promise<Popup>
  dashboard(): Promise<PracticePage>
  /** A tab for another practised site, by its origin. */
  site(origin: string): Promise<PracticePage>
  /** Closes the browser and opens it again on the same profile, from then on with these options instead. */
  restart(changes?: SessionOptions): Promise<void>
  /** Ends the browser as a power cut does; `reopen` opens it again on the same profile. */
  kill(): Promise<void>
  reopen(): Promise<void>
  close(): Promise<void>
}

export type SessionOptions = Omit<OpenOptions, "proxyPort" | "userDataDir">

/**
 * Opens a browser with the extension freshly installed.
 * @param made files that the practised hosts show in place of their own
 */
export async function startSession(
  name: BrowserName,
  options: SessionOptions = {},
  made?: Made,
): Promise<Session> {
  let wanted = options
  const world = await startWorld(made)
  const folder = await mkdtemp(join(tmpdir(), "jejak-"))
  const [userDataDir, downloadDir] = [join(folder, "profile"), join(folder, "downloads")]
  await Promise.all([mkdir(userDataDir), mkdir(downloadDir)])
  const open = () => openBrowser(name, { ...wanted, proxyPort: world.proxy.port, userDataDir, downloadDir })
  const session: Session = {
    name,
    world,
    downloads: downloadDir,
    browser: await open(),
    async registerSomeone(participant = SOMEONE) {
      const welcome = await session.browser.openedByExtension("tabs/welcome.html")
      await register(welcome, participant)
      await welcome.close()
      if (isYearOver(new Date())) await announceNextYear(session)
    },
    popup: async () => popupIn(await session.browser.extensionPage("popup.html")),
    dashboard: async () => practicePage(await session.browser.newPage()),
    site: async (origin) => practicePage(await session.browser.newPage(), origin),
    async restart(changes = {}) {
      wanted = { ...wanted, ...changes }
      await session.browser.close()
      await session.reopen()
    },
    kill: () => session.browser.kill(),
    async reopen() {
      session.browser = await open()
    },
    async close() {
      // Nobody reads the profile any more, and a browser that puts everything in order first takes as long as a short test.
      await session.browser.kill()
      await world.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return session
}
