import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import type { ZipEntry } from "./zip"

interface Finding {
  code: string
  message: string
  file?: string
}

/** React's own code sets `innerHTML` at two places, for a property that no component of ours uses. */
const OF_REACT = { code: "UNSAFE_VAR_ASSIGNMENT", perBundle: 2, known: "reactjs.org/docs/error-decoder" }

/** What Mozilla's linter has against a package, without what is known of React. */
export function mozillaFindings(zip: string, files: readonly ZipEntry[]): string[] {
  const require = createRequire(import.meta.url)
  const linter = join(dirname(require.resolve("addons-linter/package.json")), "bin", "addons-linter")
  const run = spawnSync(process.execPath, [linter, zip, "--output=json", "--boring"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  })
  const { errors, warnings } = JSON.parse(run.stdout) as Record<"errors" | "warnings", Finding[]>
  const bundles = new Set(
    files
      .filter(({ path, content }) => path.endsWith(".js") && Buffer.from(content).includes(OF_REACT.known))
      .map(({ path }) => path),
  )
  const left = new Map([...bundles].map((path) => [path, OF_REACT.perBundle]))
  const ours = warnings.filter(({ code, file = "" }) => {
    const allowed = code === OF_REACT.code ? (left.get(file) ?? 0) : 0
    left.set(file, allowed - 1)
    return allowed <= 0
  })
  return [...errors, ...ours].map(({ code, message, file = "" }) => `${code} ${file}: ${message}`)
}
