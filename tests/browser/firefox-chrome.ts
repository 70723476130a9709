import type { Browser } from "puppeteer-core"

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>
}

interface Evaluated {
  type: "success" | "exception"
  result?: { value?: unknown }
  exceptionDetails?: { text: string }
}

/**
 * Evaluates an expression with the browser's own rights, where Firefox keeps its preferences and its extensions.
 * Needs `--remote-allow-system-access`. Puppeteer has no public call for it, so it goes to the BiDi session itself.
 */
export async function evaluateAsBrowser(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: BidiConnection }
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })
  const { contexts } = tree.result as { contexts: { context: string }[] }
  const context = contexts[0]
  if (!context) throw new Error("Firefox shows no window")
  const answer = await connection.send("script.evaluate", {
    expression,
    target: { context: context.context },
    awaitPromise: true,
  })
  const evaluated = answer.result as Evaluated
  if (evaluated.type === "exception") throw new Error(evaluated.exceptionDetails?.text ?? "exception")
  return evaluated.result?.value
}
