import type { KeyInput, Page } from "puppeteer-core"

/** More stops than any page of ours has. */
const MOST_STOPS = 150

/**
 * Presses Tab, as somebody does who has no mouse, until what matches `selector` has the focus; `back` with Shift.
 * @throws Error naming the stops on the way, when it is never reached or a stop on the way shows no focus
 */
export async function tabTo(page: Page, selector: string, way: "on" | "back" = "on"): Promise<void> {
  const stops: string[] = []
  if ((await page.evaluate(focused, selector)).isThere) return
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (way === "back") await page.keyboard.down("Shift")
    await page.keyboard.press("Tab")
    if (way === "back") await page.keyboard.up("Shift")
    const { name, isShown, isThere } = await page.evaluate(focused, selector)
    stops.push(name)
    if (!isShown) throw new Error(`nobody sees that the focus is on ${name}, after ${stops.join(" > ")}`)
    if (isThere) return
  }
  throw new Error(`${selector} is not reached by ${stops.join(" > ")}`)
}

/** Moves to what matches `selector` by Tab alone and presses a key there. */
export async function pressOn(
  page: Page,
  selector: string,
  key: KeyInput = "Enter",
  way: "on" | "back" = "on",
): Promise<void> {
  await tabTo(page, selector, way)
  await page.keyboard.press(key)
}

function focused(selector: string): { name: string; isShown: boolean; isThere: boolean } {
  const element = document.activeElement as HTMLElement | null
  // Between the last control and the first one, the focus may be on the browser's own.
  if (!element || element === document.body) return { name: "the browser", isShown: true, isThere: false }
  const around = element.closest("label") ?? element
  const style = [element, around].map((each) => getComputedStyle(each))
  const isShown = style.some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px",
  )
  const said = (element.ariaLabel ?? element.textContent ?? "").trim().slice(0, 30)
  const name = `${element.tagName.toLowerCase()} "${said || (element as HTMLInputElement).name}"`
  return { name, isShown, isThere: element.matches(selector) }
}
