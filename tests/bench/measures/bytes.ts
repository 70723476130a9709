import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { gzipSync } from "node:zlib"
import { TARGETS } from "../../../plasmo.config"
import { buildFolder } from "../../../scripts/targets"
import { filesIn, zipOf } from "../../../scripts/zip"
import { popupOf } from "../peers"
import { atMost, type Line, type Measured } from "../result"
import { OURS, type Stage } from "../stage"

const KB = 1024
/** What our background loads once it has to do more than note. */
const REST = "later/rest.js"

interface Parts {
  content_scripts?: { js?: string[] }[]
  background?: { service_worker?: string }
}

/** The files of each part of an unpacked extension, by its manifest. @param popup path of its popup within the folder */
function partsOf(
  folder: string,
  popup: string | undefined,
): { content: string[]; background: string[]; popup: string[] } {
  const manifest: Parts = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"))
  return {
    content: manifest.content_scripts?.flatMap(({ js = [] }) => js) ?? [],
    background: manifest.background?.service_worker ? [manifest.background.service_worker] : [],
    popup: popup ? scriptsOf(folder, popup) : [],
  }
}

/** The scripts that a page names, and those that they import at once. */
function scriptsOf(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), "utf8")
  const scripts = new Set(addressesIn(html, /(?:<script[^>]*\bsrc|\bdata-script)="?([^"\s>]+)/g, page))
  // A set that grows while it is gone through.
  for (const script of scripts)
    for (const imported of addressesIn(readFileSync(join(folder, script), "utf8"), IMPORTS, script))
      scripts.add(imported)
  return [...scripts]
}

const IMPORTS = /\b(?:from|import)\s*"([./][^"]*\.js)"/g

function addressesIn(text: string, pattern: RegExp, from: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, address]) =>
    address ? [new URL(address, `file:///${from}`).pathname.slice(1)] : [],
  )
}

/**
 * The bytes of every part, as they lie in the package and as they are packed. A popup is all the scripts that its page names, with all
 * that these import, whether or not an opening needs each; a background is what it begins with, without what it loads when needed.
 */
export function measureBytes(stage: Stage): Measured {
  const measured = [{ name: "ours", extension: OURS, popup: popupOf(OURS) }, ...stage.unpacked]
  const lines = measured.flatMap(({ name: of, extension: folder, popup }) => {
    const parts = partsOf(folder, popup)
    const size = (what: string, files: readonly string[], how: "raw" | "gzip", most?: number): Line => {
      const bytes = files.reduce((sum, file) => sum + bytesOf(join(folder, file), how), 0) / KB
      return {
        what: `bytes: ${what}, ${how}`,
        of,
        unit: "KB",
        values: [bytes],
        ...(of === "ours" && most !== undefined && { bars: [atMost("KB", bytes, most)] }),
      }
    }
    return [
      size("content script", parts.content, "raw", 20),
      size("content script", parts.content, "gzip"),
      ...(of === "ours" ? [size("card in the page", ["hint.js"], "raw", 6)] : []),
      size("popup's scripts", parts.popup, "raw"),
      size("popup's scripts", parts.popup, "gzip", 70),
      size("background, whenever it is woken", parts.background, "raw"),
      size("background, whenever it is woken", parts.background, "gzip", 60),
      ...(of === "ours"
        ? [
            size("background, more than noting", [REST], "raw"),
            size("background, more than noting", [REST], "gzip"),
            size("background, both scripts", [...parts.background, REST], "gzip"),
          ]
        : []),
    ]
  })
  const packages = TARGETS.map((target): Line => {
    const bytes = zipOf(filesIn(buildFolder(target))).length / KB
    const of = basename(buildFolder(target))
    return { what: "bytes: package", of, unit: "KB", values: [bytes], bars: [atMost("KB", bytes, 700)] }
  })
  return [...lines, ...packages].sort((a, b) => a.what.localeCompare(b.what))
}

function bytesOf(file: string, how: "raw" | "gzip"): number {
  const content = readFileSync(file)
  return how === "raw" ? content.length : gzipSync(content, { level: 9 }).length
}
