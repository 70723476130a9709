import { BREAKS } from "./breaks"

const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ")
const code = (text: string) => `\`${cell(text)}\``

/** The breaks as a table for docs/trust.md. */
export function breaksTable(): string {
  const rows = BREAKS.map(({ promise, means, file, from, to, noticed }) =>
    [
      promise,
      cell(means),
      `${file}: ${code(from)} → ${to === "" ? "nothing" : code(to)}`,
      noticed.name === undefined ? noticed.file : `${noticed.file}: ${cell(noticed.name)}`,
    ].join(" | "),
  )
  const head = "promise | what is no longer so | the change | the test that fails"
  return [head, "--- | --- | --- | ---", ...rows].map((line) => `| ${line} |`).join("\n")
}
