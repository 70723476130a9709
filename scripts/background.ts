import { REST_FILE } from "../src/background/files"
import { linked } from "./linked"
import { type BundledFiles, backgroundFile } from "./manifest"
import { writeFiles } from "./written"

/** The background's two scripts. @param name of the first */
export function backgroundScripts(name: string) {
  return linked({
    first: { name: withoutExtension(name), source: "src/background/index.ts" },
    second: { name: withoutExtension(REST_FILE), source: "src/background/rest.ts" },
  })
}

/** Puts a background of our own in the place of Plasmo's, in the bundle that it made. */
export async function writeBackground(bundle: string, files: BundledFiles): Promise<void> {
  const scripts = await backgroundScripts(backgroundFile(files))
  writeFiles(bundle, scripts.files)
}

const withoutExtension = (file: string) => file.replace(/\.js$/, "")
