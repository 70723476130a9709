import { readdirSync, readFileSync } from "node:fs"
import { join, sep } from "node:path"
import type { Target } from "../../plasmo.config"
import type { Manifest } from "../../scripts/manifest"
import { buildFolder } from "../../scripts/targets"

/** A finished build, as the browser gets it. */
export interface Artefact {
  manifest: Manifest
  /** Every file by its path from the build's folder, with slashes. */
  files: string[]
  text(file: string): string
}

/** @throws Error when the target has not been built. */
export function artefact(target: Target): Artefact {
  const folder = buildFolder(target)
  const text = (file: string) => readFileSync(join(folder, file), "utf8")
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
  return { manifest: JSON.parse(text("manifest.json")), files, text }
}
