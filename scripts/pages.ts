import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Plugin } from "esbuild"
import { bundled } from "./bundle"
import { nativeInterface } from "./native-interface"
import { reactAsModules } from "./react"
import { writeFiles } from "./written"
import { filesIn } from "./zip"

/*
 * The scripts and styles of our pages. Plasmo makes the pages, and for each a script with all that it needs, React included; what several
 * pages need is in ours once. Its style sheets come in an order that is not always the same; ours are in that of the imports. The popup has all its own in one file: it is opened most, and for a glance.
 */

const root = fileURLToPath(new URL("..", import.meta.url))
const POPUP = "popup"

/** A page's name is the path of its HTML file without extension. */
function sourceOf(page: string): string {
  return page.startsWith("tabs/") ? `src/${page}.tsx` : `src/${page}/index.tsx`
}

/** Makes a page of a file that exports its component, as Plasmo does. */
const mounted: Plugin = {
  name: "mounted",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^page:/ }, ({ path }) => ({ path: path.slice("page:".length), namespace: "page" }))
    onLoad({ filter: /./, namespace: "page" }, ({ path }) => ({
      contents: `
        import { createRoot } from "react-dom/client"
        import Page from "./${sourceOf(path)}"
        createRoot(document.getElementById("__plasmo")).render(<Page />)`,
      loader: "tsx",
      resolveDir: root,
    }))
  },
}

/** Puts scripts and styles of our own in the place of Plasmo's, in the bundle that it made. */
export async function writePages(bundle: string): Promise<void> {
  const paths = filesIn(bundle).map(({ path }) => path)
  const pages = paths.flatMap((path) => /^(.+)\.html$/.exec(path)?.slice(1) ?? [])
  for (const path of paths) if (path.endsWith(".css")) rmSync(join(bundle, path))
  const entries = (some: readonly string[]) => Object.fromEntries(some.map((page) => [page, `page:${page}`]))
  const others = pages.filter((page) => page !== POPUP)
  const plugins = [mounted, reactAsModules, nativeInterface]
  for (const some of [[POPUP], others])
    writeFiles(bundle, await bundled({ entries: entries(some), as: "page", plugins }))
  for (const page of pages) takePlace(bundle, page)
}

/** @throws Error when the page has not the one script that Plasmo gives it, or no style sheet */
function takePlace(bundle: string, page: string): void {
  const file = join(bundle, `${page}.html`)
  const html = readFileSync(file, "utf8")
  const scripts = [...html.matchAll(/<script src="\/([^"]+)"/g)].flatMap(([, path]) => path ?? [])
  const [script] = scripts
  const expected = new RegExp(`^${basename(page)}\\.[0-9a-f]{8}\\.js$`)
  if (!script || scripts.length > 1 || dirname(script) !== dirname(page) || !expected.test(basename(script)))
    throw new Error(`${page}.html has other scripts than Plasmo's: ${scripts.join(" ")}`)
  const sheet = /<link rel="stylesheet" href="[^"]+">/g
  if (!sheet.test(html)) throw new Error(`${page}.html has no style sheet.`)
  rmSync(join(bundle, script))
  const styled = html
    .replace(sheet, "")
    .replace("</head>", `<link rel="stylesheet" href="/${page}.css"></head>`)
  writeFileSync(file, styled.replace(script, `${page}.js`))
}
