import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { bundled } from "./bundle"
import { nativeInterface } from "./native-interface"
import { writeFiles } from "./written"

/** Has the popup of a bundle begin with the script that paints it, which then loads the page's own where it is needed. */
export async function writePainting(bundle: string): Promise<void> {
  const entries = { paint: "src/popup/paint.ts" }
  writeFiles(bundle, await bundled({ entries, as: "script", plugins: [nativeInterface] }))
  const page = join(bundle, "popup.html")
  writeFileSync(page, paintedFirst(readFileSync(page, "utf8")))
}

/**
 * The popup's page with the painting's script in place of its own, which is named in `data-script`.
 * @throws Error for a page of another making than `scripts/pages.ts`'s
 */
export function paintedFirst(html: string): string {
  const [script, sheet] = [
    /<script src="([^"]+)" type="module"><\/script>/g,
    /<link rel="stylesheet" href="[^"]+">/g,
  ]
  const scripts = [...html.matchAll(script)].flatMap(([, file]) => file ?? [])
  const styles = html.match(sheet) ?? []
  const bare = html.replace(script, "").replace(sheet, "")
  const place = '<div id="__plasmo"></div>'
  if (
    scripts.length === 0 ||
    styles.length === 0 ||
    !bare.includes(place) ||
    /<script|<link|<style/.test(bare)
  )
    throw new Error("The popup is another page than is made.")
  return bare
    .replace("<head>", `<head><script src="/paint.js"></script>${styles.join("")}`)
    .replace(place, `<div id="__plasmo" data-script="${scripts.join(" ")}"></div>`)
}
