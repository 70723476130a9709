import axe, { type AxeResults } from "axe-core"
import type { Page } from "puppeteer-core"

/** WCAG 2.2 at level AA, and what is good practice beyond it. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

const RULES = axe.getRules(TAGS).map(({ ruleId }) => ruleId)

/** Those of the rules that are about colours. */
export const COLOUR_RULES = axe
  .getRules(["cat.color"])
  .flatMap(({ ruleId }) => (RULES.includes(ruleId) ? ruleId : []))

/** What shuts people out of a page as it stands now: a line for each element, with the rule that it breaks. */
export async function violationsOn(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source)
  const results = await page.evaluate(
    (values) => {
      const { axe: engine } = globalThis as unknown as { axe: typeof axe }
      const runOnly = { type: "rule", values } as const
      return engine.run(document, { runOnly, resultTypes: ["violations"] }) as Promise<AxeResults>
    },
    [...rules],
  )
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.split("\n")[1]?.trim() ?? ""
      return `${id} (${help}): ${target.join(" ")} — ${why}`
    }),
  )
}
