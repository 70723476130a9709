import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Plugin } from "esbuild"

/*
 * React and what it needs come as one function for each package, which fills an object: whoever joins them can neither leave out what
 * nobody uses nor call anything by a short name. Here they become modules, by their own finished code.
 */

const packages = fileURLToPath(new URL("../node_modules", import.meta.url))

/** The finished code of each, by the name that is imported. */
const FILES: Readonly<Record<string, string>> = {
  react: "react/cjs/react.production.min.js",
  "react/jsx-runtime": "react/cjs/react-jsx-runtime.production.min.js",
  "react-dom": "react-dom/cjs/react-dom.production.min.js",
  "react-dom/client": "react-dom/cjs/react-dom.production.min.js",
  "react-dom/server": "react-dom/cjs/react-dom-server-legacy.browser.production.min.js",
  scheduler: "scheduler/cjs/scheduler.production.min.js",
}

export const reactAsModules: Plugin = {
  name: "react-as-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(react|react-dom|scheduler)(\/|$)/ }, ({ path }) => {
      const file = FILES[path]
      return file === undefined
        ? { errors: [{ text: `"${path}" is no part of React that pages use.` }] }
        : { path: file, namespace: "react", sideEffects: false }
    })
    onLoad({ filter: /./, namespace: "react" }, ({ path }) => ({
      contents: asModule(readFileSync(join(packages, path), "utf8")),
      loader: "js",
    }))
  },
}

/**
 * A script that fills `exports` as a module that exports the same.
 * @throws Error where it does so otherwise than by naming each once or more
 */
export function asModule(code: string): string {
  const imports: string[] = []
  const own = code
    .replace(/\b(\w+)=require\("([^"]+)"\)/g, (_, name: string, from: string) => {
      imports.push(`import * as from_${name} from "${from}"`)
      return `${name}=from_${name}`
    })
    .replace(/\bexports\.(\w+)/g, "exports_$1")
  if (/\b(exports|require|module)\b/.test(own))
    throw new Error("A script that is made as no other of React's.")
  const names = [...new Set([...own.matchAll(/\bexports_(\w+)/g)].flatMap(([, name]) => name ?? []))]
  return [
    ...imports,
    `var ${names.map((name) => `exports_${name}`).join(",")}`,
    own,
    `export {${names.map((name) => `exports_${name} as ${name}`).join(",")}}`,
  ].join("\n")
}
