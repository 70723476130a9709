import { existsSync, readFileSync } from "node:fs"
import { basename, join, relative, resolve } from "node:path"

/** Another unpacked extension that is measured beside ours. */
export interface Peer {
  /** No two peers have the same. */
  name: string
  /** Absolute path. */
  extension: string
  /** Path of its popup within the folder; undefined where it has none. */
  popup: string | undefined
}

/**
 * The peers that a list names: folders, apart by commas, each with `#` and its popup's path where its manifest does not say
 * which that is.
 * @throws Error for a folder without a manifest
 */
export function peersIn(list: string): Peer[] {
  const given = list.split(",").filter((each) => each !== "")
  const parted = given.map((each) => each.split("#", 2) as [string, string?])
  const folders = parted.map(([folder]) => resolve(folder))
  return parted.map(([, popup], index) => {
    const extension = folders[index] as string
    const isAlone = folders.filter((folder) => basename(folder) === basename(extension)).length === 1
    const name = isAlone ? basename(extension) : relative(".", extension)
    return { name, extension, popup: popup ?? popupOf(extension) }
  })
}

/** Path of an unpacked extension's popup, by its manifest. @throws Error for a folder without one */
export function popupOf(folder: string): string | undefined {
  const manifest = join(folder, "manifest.json")
  if (!existsSync(manifest)) throw new Error(`${folder} holds no unpacked extension`)
  const { action }: { action?: { default_popup?: string } } = JSON.parse(readFileSync(manifest, "utf8"))
  return action?.default_popup?.replace(/^\//, "")
}
