import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { buildSync } from "esbuild"
import type { Opened } from "./browser"
import type { Element, Snapshot } from "./snapshot"

/*
 * The extensions that ours is held against, written at run time: what they show is what ours shows at that moment, so that none of
 * them can fall behind it.
 */

const folder = fileURLToPath(new URL("../../build/bench", import.meta.url))
const source = (file: string) => fileURLToPath(new URL(`probe/${file}`, import.meta.url))
const MATCHES = ["https://dashboard.prakerja.go.id/*"]
/** What the smallest content script is filled up to. */
const CONTENT_BYTES = 1024

function bundled(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [source(file)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  })
  return outputFiles[0]?.text ?? ""
}

function write(name: string, files: Record<string, string>): string {
  const extension = join(folder, name)
  rmSync(extension, { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(extension, path)), { recursive: true })
    writeFileSync(join(extension, path), text)
  }
  return extension
}

function manifest(name: string, more: object): string {
  return JSON.stringify({ manifest_version: 3, name, version: "1.0", ...more })
}

/** One kilobyte that sends one message, and a background that answers. Its popup is our own, as it stands on the screen, with no script. */
export function writeBareProbe(shown: Snapshot | undefined, build: string): string {
  const content = bundled("content.ts")
  const filled = `${content}/*${" ".repeat(Math.max(0, CONTENT_BYTES - content.length - 4))}*/`
  const extension = write("bare-probe", {
    "manifest.json": manifest("Bare probe", {
      background: { service_worker: "background.js" },
      content_scripts: [{ matches: MATCHES, js: ["content.js"], run_at: "document_idle" }],
      ...(shown && { action: { default_popup: "popup.html" } }),
    }),
    "background.js": bundled("background.ts"),
    "content.js": filled,
    ...(shown && { "popup.html": shown.html }),
  })
  copyStyles(shown, build, extension)
  return extension
}

/** What only looks at every text of the page and sends all that are shown: no words are compared, and nothing is done about traps. */
export function writeWalkProbe(): string {
  return write("walk-probe", {
    "manifest.json": manifest("Bare walk", {
      background: { service_worker: "background.js" },
      content_scripts: [{ matches: MATCHES, js: ["content.js"], run_at: "document_idle" }],
    }),
    "background.js": bundled("background.ts"),
    "content.js": bundled("walk.ts"),
  })
}

/** The same kilobyte in the page; its background notes what it is told with Dexie. */
export function writeNotingProbe(rows: number): string {
  return write(`noting-probe-${rows}`, {
    "manifest.json": manifest("Noting probe", {
      background: { service_worker: "background.js" },
      content_scripts: [{ matches: MATCHES, js: ["content.js"], run_at: "document_idle" }],
      permissions: ["unlimitedStorage"],
    }),
    "background.js": bundled("note.ts"),
    "content.js": "",
  })
}

/** A popup that renders the same rows with React, after it has read them from IndexedDB. */
export function writeReactProbe(shown: Snapshot, build: string): string {
  const links = shown.styles.map((style) => `<link rel="stylesheet" href="/${style}">`).join("")
  const attributes = Object.entries(shown.body.attributes).map(([name, value]) => ` ${name}="${value}"`)
  const extension = write("react-probe", {
    "manifest.json": manifest("Plain React popup", { action: { default_popup: "popup.html" } }),
    "popup.html": `<!doctype html><html lang="id" data-view="page"><head><meta charset="utf-8">${links}</head><body${attributes.join("")}><div id="root"></div><script src="/popup.js"></script></body></html>`,
    "popup.js": bundled("react-popup.ts"),
  })
  copyStyles(shown, build, extension)
  return extension
}

/** The styles keep their places, so that the document's links hold. */
function copyStyles(shown: Snapshot | undefined, build: string, extension: string): void {
  for (const style of shown?.styles ?? []) cpSync(join(build, style), join(extension, style))
}

/** Puts the rows into the React popup's database: each part of the page is one. */
export async function putRows(opened: Opened, { body }: Snapshot): Promise<void> {
  const keeper = await opened.keeper()
  const rows = rowsIn(body).map((row, place) => ({ place, row }))
  await keeper.evaluate(async (all) => {
    const opening = indexedDB.open("rows", 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("rows", { keyPath: "place" })
    }
    await new Promise((resolve) => {
      opening.onsuccess = resolve
    })
    const writing = opening.result.transaction("rows", "readwrite")
    for (const row of all) writing.objectStore("rows").put(row)
    await new Promise((resolve) => {
      writing.oncomplete = resolve
    })
    opening.result.close()
  }, rows)
}

/** Past the frames around everything (the element that React is mounted in), the parts of the page. */
function rowsIn(element: Element): Element[] {
  const parts = element.children.filter((child): child is Element => typeof child !== "string")
  const [only, ...others] = parts
  return only && others.length === 0 && only.tag === "div" ? rowsIn(only) : parts
}
