import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { breaksTable } from "../tests/trust/breaks-table"
import { attacksTable } from "./attacks"
import { coverage } from "./coverage"
import { licencesDocument } from "./licences"

/*
 * npm run docs: the documents, or parts of them, that follow from the code. A test compares each with what would be written.
 */

const root = fileURLToPath(new URL("..", import.meta.url))

/** A document that is written, whole, or only the part of it between two comments that name the part. */
interface Written {
  file: string
  part?: string
  text(): string
}

export const WRITTEN: readonly Written[] = [
  { file: "docs/coverage.md", text: coverage },
  { file: "docs/licences.md", text: licencesDocument },
  { file: "docs/attacks.md", text: attacksTable },
  { file: "docs/trust.md", part: "breaks", text: breaksTable },
]

/** What a document says now and what it should say. @throws Error when its part is not marked */
export function documented({ file, part, text }: Written): { is: string; should: string } {
  const path = join(root, file)
  const is = existsSync(path) ? readFileSync(path, "utf8") : ""
  if (part === undefined) return { is, should: `${text().trimEnd()}\n` }
  const [begin, end] = [`<!-- ${part}: written by npm run docs -->\n`, `<!-- end of ${part} -->`]
  const [from, to] = [is.indexOf(begin), is.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${file} has no part "${part}"`)
  return { is, should: `${is.slice(0, from + begin.length)}\n${text().trim()}\n\n${is.slice(to)}` }
}

if (process.argv.includes("--write"))
  for (const document of WRITTEN) writeFileSync(join(root, document.file), documented(document).should)
