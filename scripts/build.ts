import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { LOCALES, manifestPlan, TARGETS, type Target } from "../plasmo.config"
import { writeBackground } from "./background"
import { contentScriptDifferences } from "./content-literals"
import { writeLater } from "./later"
import { licencesText } from "./licences"
import { type BundledFiles, finishManifest } from "./manifest"
import { writePages } from "./pages"
import { writePainting } from "./painting"
import { buildFolder, targetNamed } from "./targets"
import { tightened } from "./tighten"

/*
 * npm run build [-- --target=chrome-mv3]
 * Plasmo bundles into a folder of its own, which takes the old build's place only once it is finished.
 */

const root = fileURLToPath(new URL("..", import.meta.url))
/** It alone has no names that a message has too. */
const READER = "reader.js"
const plasmo = join(root, "node_modules", "plasmo", "bin", "index.mjs")

async function build(target: Target): Promise<void> {
  const plan = manifestPlan(target)
  for (const rule of plan.content_scripts) {
    const differences = contentScriptDifferences(join(root, "src", "contents"), rule)
    if (differences.length > 0) throw new Error(differences.join("\n"))
  }
  const bundling = join("build", `bundling-${target}`)
  try {
    const bundle = withPlasmo(target, bundling)
    const manifestFile = join(bundle, "manifest.json")
    const files = withPlainNames(bundle, JSON.parse(readFileSync(manifestFile, "utf8")))
    writeFileSync(manifestFile, `${JSON.stringify(finishManifest(target, plan, files), null, 2)}\n`)
    await writePages(bundle)
    await writePainting(bundle)
    await writeBackground(bundle, files)
    await writeLater(bundle)
    writeWords(bundle)
    writeFileSync(join(bundle, "licences.txt"), licencesText())
    rmSync(buildFolder(target), { recursive: true, force: true })
    renameSync(bundle, buildFolder(target))
  } finally {
    rmSync(join(root, bundling), { recursive: true, force: true })
  }
}

/**
 * Takes the hash out of the content scripts' names, so that the background can name the file that it registers or puts
 * into a page.
 */
function withPlainNames(bundle: string, files: BundledFiles): BundledFiles {
  const content_scripts = files.content_scripts.map((script) => ({
    ...script,
    js: script.js.map((hashed) => {
      const plain = hashed.replace(/\.[0-9a-f]{8}\.js$/, ".js")
      const code = readFileSync(join(bundle, hashed), "utf8")
      rmSync(join(bundle, hashed))
      writeFileSync(join(bundle, plain), tightened(withoutLoaderGuard(code), plain === READER))
      return plain
    }),
  }))
  return { ...files, content_scripts }
}

/** What Plasmo puts around every script, against loaders of modules (AMD): in a page's isolated world there is none. */
function withoutLoaderGuard(code: string): string {
  const guarded =
    /^var (\w),(\w);"function"==typeof\(\1=globalThis\.define\)&&\(\2=\1,\1=null\),(.*),globalThis\.define=\2;$/s
  return code.replace(guarded, "$3;")
}

/**
 * Every language's words as a script, for a page to load where the person wants another language than the browser's: the
 * browser gives only the words of its own, and our pages may fetch nothing.
 */
function writeWords(bundle: string): void {
  mkdirSync(join(bundle, "words"))
  for (const locale of LOCALES) {
    const messages = JSON.parse(readFileSync(join(root, "locales", locale, "messages.json"), "utf8"))
    const script = `(globalThis.jejakWords ??= {}).${locale} = ${JSON.stringify(messages)}\n`
    writeFileSync(join(bundle, "words", `${locale}.js`), script)
  }
}

/**
 * Has Plasmo bundle the code, into a folder of that path from the root; returns where the bundle lies. Plasmo
 * tells its progress at length: what it says is shown only when it fails.
 */
function withPlasmo(target: Target, buildPath: string): string {
  const run = spawnSync(
    process.execPath,
    [plasmo, "build", `--target=${target}`, "--tag=prod", `--build-path=${buildPath}`, "--hoist"],
    { cwd: root, env: { ...process.env, NODE_ENV: "production" }, encoding: "utf8" },
  )
  const bundle = join(root, buildPath, `${target}-prod`)
  if (run.status === 0 && existsSync(join(bundle, "manifest.json"))) return bundle
  throw new Error(
    `Plasmo could not bundle ${target}:\n${run.stdout ?? ""}${run.stderr ?? ""}${run.error ?? ""}`,
  )
}

const named = process.argv.slice(2).flatMap((argument) => /^--target=(.+)$/.exec(argument)?.slice(1) ?? [])
try {
  for (const target of named.length > 0 ? named.map(targetNamed) : TARGETS) {
    const started = performance.now()
    await build(target)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.info(`${relative(process.cwd(), buildFolder(target))} built in ${seconds} s`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
