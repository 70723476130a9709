import { bundled } from "./bundle"
import { type BundledFiles, backgroundFile } from "./manifest"
import { writeFiles } from "./written"

/** Puts a background of our own in the place of Plasmo's, in the bundle that it made. */
export async function writeBackground(bundle: string, files: BundledFiles): Promise<void> {
  const name = backgroundFile(files).replace(/\.js$/, "")
  writeFiles(bundle, await bundled({ entries: { [name]: "src/background/index.ts" }, as: "script" }))
}
