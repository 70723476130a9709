import { readFileSync } from "node:fs"
import { join } from "node:path"
import { build, type Plugin, transform } from "esbuild"
import { type BuiltFile, dataAsText, JOINING, shrunk } from "./bundle"
import { packsChecked } from "./checked-packs"
import { NATIVE, nativeInterface } from "./native-interface"

/*
 * One program in two scripts, of which the second is run only once it is needed. Modules that both need are in the first, and the second
 * uses those very ones: what they remember, they remember once. esbuild finds out what is whose, as it does for pages that share a
 * module; here what is shared is put into the first script, which hands over just what the second asks for.
 */

/** By what name in the global scope that is handed over. */
const HANDED = "jejakShared"

/** A script: its path in the build without extension, and the module that it begins with, from the root. */
interface Script {
  name: string
  source: string
}

/** Two scripts, and what is in them. */
interface Linked {
  files: BuiltFile[]
  /** Paths of the modules of each, from the root. */
  modules: { first: string[]; second: string[] }
  /** The names by which parts of the first are handed over to the second. */
  handed: string[]
}

/**
 * The same sources always give the same bytes.
 * @throws Error when a module that both need lets what it exports be replaced: the second would keep what there was
 */
export async function linked({ first, second }: { first: Script; second: Script }): Promise<Linked> {
  const { outputFiles, metafile } = await build({
    ...JOINING,
    entryPoints: { first: first.source, second: second.source },
    format: "esm",
    splitting: true,
    chunkNames: "shared",
    metafile: true,
    plugins: [dataAsText, nativeInterface, packsChecked],
  })
  const code = (part: Part) => outputFiles.find(({ path }) => path === join(JOINING.outdir, part))?.text ?? ""
  const modules = (part: Part) => Object.keys(metafile.outputs[part]?.inputs ?? {})
  const replaced = modules("shared.js").filter(mayReplace)
  if (replaced.length > 0) throw new Error(`What these export may be replaced: ${replaced.join(", ")}`)
  const { asked, taking } = withoutImport(code("second.js"))
  const parts = { "shared.js": code("shared.js"), "first.js": code("first.js") }
  return {
    files: [
      { path: `${first.name}.js`, code: shrunk(await handingOver(parts, asked), false) },
      { path: `${second.name}.js`, code: shrunk(await byItself(taking), false) },
    ],
    modules: { first: [...modules("shared.js"), ...modules("first.js")], second: modules("second.js") },
    handed: asked,
  }
}

type Part = "first.js" | "second.js" | "shared.js"

/** Whether a module exports a variable, and not only what stays as it is. */
function mayReplace(path: string): boolean {
  return (
    !path.startsWith(NATIVE) &&
    /^\s*export\s+(let|var)\b/m.test(readFileSync(join(JOINING.absWorkingDir, path), "utf8"))
  )
}

/** The second part, which takes what was handed over where it imported that, and by which names. */
function withoutImport(code: string): { asked: string[]; taking: string } {
  const [whole = "", list = ""] = /^import\{([^{}]*)\}from"\.\/shared\.js";/.exec(code) ?? []
  const names = list.split(",").map((each) => each.split(" as "))
  const asked = names.flatMap(([name]) => name || [])
  const taken = names.map(([name, as = name]) => `${name}:${as}`)
  return { asked, taking: `const{${taken}}=globalThis.${HANDED};${code.slice(whole.length)}` }
}

/** What is shared and the first part in one, which leaves behind what the second takes. */
async function handingOver(
  parts: Readonly<Record<string, string>>,
  asked: readonly string[],
): Promise<string> {
  const virtual: Readonly<Record<string, string>> = {
    ...parts,
    "handed.js": `export { ${asked.join(", ")} } from "./shared.js"`,
    "all.js": `import "./first.js"\nimport * as handed from "./handed.js"\nglobalThis.${HANDED} = handed`,
  }
  const ofParts: Plugin = {
    name: "parts",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path }) => ({ path: path.slice(2), namespace: "part" }))
      onLoad({ filter: /./, namespace: "part" }, ({ path }) => ({ contents: virtual[path] ?? "" }))
    },
  }
  const { outputFiles } = await build({
    ...JOINING,
    entryPoints: { all: "./all.js" },
    format: "iife",
    plugins: [ofParts],
  })
  return outputFiles.map(({ text }) => text).join("")
}

async function byItself(code: string): Promise<string> {
  const { charset, target } = JOINING
  return (await transform(code, { format: "iife", minify: true, charset, target })).code
}
