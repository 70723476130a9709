import axe, { type AxeResults } from "axe-core"
import type { Page } from "puppeteer-core"

/** WCAG 2.2 at level AA, and what is good practice beyond it. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

/** What shuts people out of a page as it stands now: a line for each element, with the rule that it breaks. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate((rules) => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe }
    return engine.run(document, { runOnly: rules, resultTypes: ["violations"] }) as Promise<AxeResults>
  }, RULES)
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.split("\n")[1]?.trim() ?? ""
      return `${id} (${help}): ${target.join(" ")} — ${why}`
    }),
  )
}
