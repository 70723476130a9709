import type { Summary, SummaryRow } from "./summary"

/** A summary as plain text, with everything that the page shows of it. */
export function summaryText({ heading, facts, parts, notes }: Summary): string {
  const blocks = [
    [heading, "=".repeat(heading.length), ...facts.map(({ label, text }) => `${label}: ${text}`)],
    ...parts.map(({ heading, about, rows }) => [
      heading,
      "-".repeat(heading.length),
      ...about,
      ...rows.flatMap(rowLines),
    ]),
    notes,
  ]
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`
}

function rowLines({ title, standing, lines, address }: SummaryRow): string[] {
  return [
    `* ${title}: ${standing}`,
    ...[...lines, ...(address === undefined ? [] : [address])].map((line) => `  ${line}`),
  ]
}
