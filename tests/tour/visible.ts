import { type BrowserName, openBrowser } from "../browser/browsers"
import { DASHBOARD, KARIER, KARSA, PINTAR, startWorld } from "../browser/world"

/** Opens the extension and the practice dashboard for a person to try; resolves when the window is closed. */
export async function visibleTour(name: BrowserName): Promise<void> {
  const world = await startWorld()
  try {
    const browser = await openBrowser(name, { proxyPort: world.proxy.port, headless: false, lang: "id" })
    console.info(
      [
        "",
        "A browser has opened with Jejak installed. Everything in it is a simulation on this machine (SIMULASI).",
        "1. Welcome tab: enter any name, wave 70 and today's date.",
        `2. Dashboard tab (${DASHBOARD}, served from disk): log in with anything and go the whole way.`,
        "   The yellow bar at the top is the time machine: it lets others act, or jumps to any stop.",
        "3. Popup tab, or the icon in the toolbar: what Jejak makes of it.",
        "4. Three trainings side by side: choose Tiga pelatihan sekaligus in the time machine, then open in new tabs",
        `   ${PINTAR} and ${KARIER} (platforms: allow each in the popup or on the settings page), and`,
        `   ${KARSA} (an institution's own site: press the toolbar's icon there to have it watched).`,
        "Close the window to end.",
      ].join("\n"),
    )
    const welcome = await browser.openedByExtension("tabs/welcome.html")
    await browser.extensionPage("popup.html")
    const dashboard = await browser.newPage()
    await dashboard.goto(DASHBOARD)
    await welcome.bringToFront()
    await browser.closed()
    await browser.close()
  } finally {
    await world.close()
  }
}
