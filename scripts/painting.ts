import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { bundled } from "./bundle"
import { nativeInterface } from "./native-interface"
import { writeFiles } from "./written"
import { filesIn } from "./zip"

/** Has the popup of a bundle begin with the script that paints it, which then loads the page's own where it is needed. */
export async function writePainting(bundle: string): Promise<void> {
  const entries = { paint: "src/popup/paint.ts" }
  writeFiles(bundle, await bundled({ entries, as: "script", plugins: [nativeInterface] }))
  const page = join(bundle, "popup.html")
  const { html, styles } = paintedFirst(readFileSync(page, "utf8"))
  const sheet = styles.map((file) => readFileSync(join(bundle, file), "utf8")).join("\n")
  writeFileSync(join(bundle, "popup.css"), sheet)
  writeFileSync(page, html)
  const pages = filesIn(bundle).filter(({ path }) => path.endsWith(".html"))
  for (const file of styles)
    if (!pages.some(({ content }) => Buffer.from(content).includes(file))) rmSync(join(bundle, file))
}

/**
 * The popup's page with the painting's script in place of its own, which is named in `data-script`, and with one style sheet.
 * @returns that page, and the style sheets that it had
 * @throws Error for a page of another making than Plasmo's
 */
export function paintedFirst(html: string): { html: string; styles: string[] } {
  const [script, sheet] = [
    /<script src="([^"]+)" type="module"><\/script>/g,
    /<link rel="stylesheet" href="([^"]+)">/g,
  ]
  const [scripts, styles] = [script, sheet].map((each) =>
    [...html.matchAll(each)].flatMap(([, file]) => file ?? []),
  )
  const bare = html.replace(script, "").replace(sheet, "")
  const place = '<div id="__plasmo"></div>'
  if (!scripts?.length || !styles?.length || !bare.includes(place) || /<script|<link|<style/.test(bare))
    throw new Error("The popup is another page than Plasmo makes.")
  const painted = bare
    .replace("<head>", '<head><script src="/paint.js"></script><link rel="stylesheet" href="/popup.css">')
    .replace(place, `<div id="__plasmo" data-script="${scripts.join(" ")}"></div>`)
  return { html: painted, styles }
}
