import { ATTACKS } from "../tests/trust/attacks/all"
import type { Where } from "../tests/trust/attacks/attack"

const WHERE: Record<Where, string> = { jsdom: "the reader alone", browsers: "Chromium and Firefox" }
const row = (...cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`

/** The whole of docs/attacks.md: every attack by a page that is tried, from the data that the tests try it by. */
export function attacksTable(): string {
  const kinds = ATTACKS.map(({ kind, attacks }) => {
    const rows = attacks.map(({ name, does, must, tried }) =>
      row(`\`${name}\``, does, must, tried.map((where) => WHERE[where]).join(", ")),
    )
    const head = row("attack", "what the page does", "what must happen", "tried with")
    return [`## ${kind}`, [head, row("---", "---", "---", "---"), ...rows].join("\n")].join("\n\n")
  })
  const count = ATTACKS.flatMap(({ attacks }) => attacks).length
  return [
    "# What a page may try",
    `Written by \`npm run docs\` from \`tests/trust/attacks/\`: ${count} attacks by a page that is read. After each, whatever it is, the person is warned of all that they were warned of before; nothing is noted that is not named here, nor for anybody else; the page got nothing of ours; and an honest amount beside the attack was read, unless such a page is not read at all. LIMIT: what cannot be had, or not yet.`,
    ...kinds,
    "",
  ].join("\n\n")
}
