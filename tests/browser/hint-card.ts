import type { Page } from "puppeteer-core"
import { until } from "./until"

/** The card within a page, as it is seen there. Boxes are in CSS pixels of the window. */
export interface HintCard {
  /** `coming`: it has come or moved so lately that it cannot be clicked yet. */
  form: "whole" | "folded" | "hidden" | "coming"
  box: { x: number; y: number; width: number; height: number }
  role: string | null
  language: string
  title: string
  text: string
  points: string[]
  buttons: { label: string; x: number; y: number }[]
  /** Label of the button that has the focus. */
  focused: string | undefined
  /** Name of the animation with which it comes, "none" without one. */
  animation: string
  background: string
}

/** Runs with the card's own shadow root as `this`: it may use nothing from outside itself, nor name a function. */
const DESCRIBE = `function () {
  const shown = [...this.querySelectorAll("aside, .tab")].find(
    (element) => getComputedStyle(element).visibility === "visible",
  )
  const panel = this.querySelector("aside")
  const box = (shown ?? panel).getBoundingClientRect()
  const buttons = shown?.matches("button") ? [shown] : [...panel.querySelectorAll("button")]
  const active = this.activeElement
  return JSON.stringify({
    form: !shown ? "hidden" : shown.inert ? "coming" : shown === panel ? "whole" : "folded",
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
    role: panel.getAttribute("role"),
    language: panel.lang,
    title: panel.querySelector("h2").textContent,
    text: panel.querySelector("p").textContent,
    points: [...panel.querySelectorAll("li")].map((item) => item.textContent),
    buttons: buttons.map((button) => {
      const at = button.getBoundingClientRect()
      const label = button.getAttribute("aria-label") ?? button.textContent
      return { label, x: at.x + at.width / 2, y: at.y + at.height / 2 }
    }),
    focused: active ? active.getAttribute("aria-label") ?? active.textContent : undefined,
    animation: getComputedStyle(panel).animationName,
    background: getComputedStyle(panel).backgroundColor,
  })
}`

/** What no page can: looks into the closed shadow root of the card, by each browser's own debugging protocol. */
export async function readCard(page: Page): Promise<HintCard | undefined> {
  const told = "browsingContext" in page.mainFrame() ? await byBidi(page) : await byCdp(page)
  return told === undefined ? undefined : (JSON.parse(told) as HintCard)
}

/** Waits until the page has a card of which something is true. */
export function untilCard(
  page: Page,
  what: string,
  isSo: (card: HintCard) => boolean = () => true,
): Promise<HintCard> {
  return until(what, async () => {
    const card = await readCard(page)
    return card && isSo(card) ? card : undefined
  })
}

/** Waits until the page has no card. */
export async function untilNoCard(page: Page, what: string): Promise<void> {
  await until(what, async () => ((await readCard(page)) ? undefined : true))
}

/** Clicks a button of the card with the mouse. */
export async function clickCard(page: Page, label: string): Promise<void> {
  const card = await untilCard(
    page,
    `the card has a button ${label}`,
    ({ form, buttons }) => form !== "coming" && buttons.some((button) => button.label === label),
  )
  const button = card.buttons.find((each) => each.label === label)
  if (button) await page.mouse.click(button.x, button.y)
}

interface CdpNode {
  localName: string
  backendNodeId: number
  children?: CdpNode[]
  shadowRoots?: CdpNode[]
}

async function byCdp(page: Page): Promise<string | undefined> {
  const session = await page.createCDPSession()
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true })
    const shadow = hostIn(root as CdpNode)?.shadowRoots?.[0]
    if (!shadow) return undefined
    const { object } = await session.send("DOM.resolveNode", { backendNodeId: shadow.backendNodeId })
    const { result } = await session.send("Runtime.callFunctionOn", {
      functionDeclaration: DESCRIBE,
      objectId: object.objectId ?? "",
    })
    return result.value as string | undefined
  } catch {
    // It went while it was looked at.
    return undefined
  } finally {
    await session.detach().catch(() => undefined)
  }
}

/** The last, since a page may have elements of that name itself; ours comes after them. */
function hostIn(node: CdpNode): CdpNode | undefined {
  if (node.localName === "jejak-hint") return node
  for (const child of [...(node.children ?? [])].reverse()) {
    const found = hostIn(child)
    if (found) return found
  }
  return undefined
}

interface BidiNode {
  sharedId?: string
  value?: { shadowRoot?: BidiNode | null }
}

async function byBidi(page: Page): Promise<string | undefined> {
  const { browsingContext } = page.mainFrame() as unknown as { browsingContext: { id: string } }
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, parameters: object): Promise<{ result: { result?: unknown } }> }
  }
  const common = { target: { context: browsingContext.id }, awaitPromise: false }
  try {
    const found = await connection.send("script.evaluate", {
      ...common,
      expression: `[...document.querySelectorAll("jejak-hint")].at(-1) ?? null`,
      serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
    })
    const shadow = (found.result.result as BidiNode | undefined)?.value?.shadowRoot
    if (!shadow?.sharedId) return undefined
    const told = await connection.send("script.callFunction", {
      ...common,
      functionDeclaration: DESCRIBE,
      this: { sharedId: shadow.sharedId },
    })
    return (told.result.result as { value?: string } | undefined)?.value
  } catch {
    return undefined
  }
}
