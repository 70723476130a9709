import { readFileSync } from "node:fs"
import { sep } from "node:path"
import { fileURLToPath } from "node:url"
import { minifySync } from "@swc/core"
import { type BuildOptions, build, type Plugin } from "esbuild"

const root = fileURLToPath(new URL("..", import.meta.url))

/** A file of a bundle: its path in the build, with slashes, and its code. */
export interface BuiltFile {
  path: string
  code: string
}

/** What is there in every browser that the manifests allow. */
const BROWSERS = ["chrome123", "firefox140"]

/** Dexie names its old build first, which brings along what browsers could not do ten years ago. */
const MODERN = { dexie: "dexie/dist/modern/dexie.mjs" }

/** What React looks for and no page of an extension has. */
const ABSENT = { __REACT_DEVTOOLS_GLOBAL_HOOK__: "undefined", MSApp: "undefined" }

/** Data of ours stays a text that is parsed where it is imported, which a browser does sooner than reading it as code. */
export const dataAsText: Plugin = {
  name: "data-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, "utf8")))
      return { contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: "js" }
    })
  },
}

/** How everything is joined. */
export const JOINING = {
  absWorkingDir: root,
  outdir: root,
  bundle: true,
  // The names of what is shared hang on where packages lie.
  preserveSymlinks: true,
  write: false,
  minify: true,
  jsx: "automatic",
  legalComments: "none",
  charset: "utf8",
  target: BROWSERS,
  alias: MODERN,
  define: { "process.env.NODE_ENV": '"production"', ...ABSENT },
  logLevel: "silent",
} satisfies BuildOptions & { write: false }

type Bundling = Pick<BuildOptions, "plugins"> & {
  /** Modules from the root, by the names of the files that come of them, without extension. */
  entries: Record<string, string>
  /** `page`: modules, which share what several of them need. `script`: each is one file by itself. */
  as: "page" | "script"
}

/**
 * Code of ours and the libraries that it needs, as few bytes as can be: esbuild joins, and SWC then finds shorter ways and names. Of a
 * page's styles comes one sheet, in the order in which it imports them.
 * The same sources always give the same bytes.
 */
export async function bundled({ entries, as, plugins = [] }: Bundling): Promise<BuiltFile[]> {
  const isPage = as === "page"
  const { outputFiles } = await build({
    ...JOINING,
    entryPoints: entries,
    format: isPage ? "esm" : "iife",
    splitting: isPage,
    chunkNames: "shared/[hash]",
    plugins: [...plugins, dataAsText],
  })
  return outputFiles.map(({ path, text }) => ({
    path: path.slice(root.length).split(sep).join("/"),
    code: path.endsWith(".css") ? text : shrunk(text, isPage),
  }))
}

/** Without any comment: `licences.txt` names whose code it is. */
export function shrunk(code: string, isModule: boolean): string {
  return minifySync(code, {
    module: isModule,
    ecma: 2022,
    compress: { passes: 3, toplevel: true },
    mangle: { toplevel: true },
    format: { comments: false },
  }).code
}
