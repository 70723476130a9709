import { readdirSync, readFileSync } from "node:fs"
import { join, sep } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import messages from "../locales/en/messages.json"
import { programmes } from "../src/programmes/registry"
import type { Counting, DeadlineRule, Moment, Programme, WarningRule } from "../src/programmes/schema"
import type { Source } from "../src/programmes/schema-basics"
import { WARNING_IDS, type WarningId } from "../src/programmes/steps"
import { parsed } from "./sources"

/*
 * docs/coverage.md: every deadline and every warning, by the pack, with the tests that show it. A test shows one when
 * its title begins with the kind and the id, "deadline cancel: …". `npm run docs` writes the file.
 */

const root = fileURLToPath(new URL("..", import.meta.url))

/** A test that says which deadline or warning it shows. */
export interface ShowingTest {
  kind: "deadline" | "warning"
  id: string
  /** From the project's root, with slashes. */
  file: string
  title: string
}

const TITLE = /^(deadline|warning) ([a-z0-9-]+): (.+)$/s
/** What declares a test: vitest's own, and the cases of tests/fixtures/rule-cases.ts. */
const DECLARES = /^(it|test|shows)(?!.*\.(skip|todo))(\.|$)/

/** The tests of one file that name a deadline or a warning. */
export function showingTests(file: string, text: string): ShowingTest[] {
  const found: ShowingTest[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && DECLARES.test(calledName(node.expression))) {
      const [title] = node.arguments
      const match = title && ts.isStringLiteralLike(title) ? TITLE.exec(title.text) : null
      if (match?.[2] && match[3])
        found.push({ kind: match[1] as ShowingTest["kind"], id: match[2], file, title: match[3] })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed({ path: file, text }))
  return found
}

/** "it.each" of `it.each(table)(title, run)`. */
function calledName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression))
    return `${calledName(expression.expression)}.${expression.name.text}`
  return ts.isCallExpression(expression) ? calledName(expression.expression) : ""
}

/** Every such test of the project. */
export function allShowingTests(): ShowingTest[] {
  return ["src", "tests", "scripts"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => /\.test\.tsx?$/.test(path))
        .map((path) => `${folder}/${path.split(sep).join("/")}`),
    )
    .sort()
    .flatMap((file) => showingTests(file, readFileSync(join(root, file), "utf8")))
}

/** What has a row: the packs' deadlines, and every warning that there is. */
export function coveredIds(): { kind: ShowingTest["kind"]; id: string }[] {
  const deadlines = programmes.flatMap((programme) => programme.deadlines.map(({ id }) => id))
  return [
    ...deadlines.map((id) => ({ kind: "deadline" as const, id })),
    ...WARNING_IDS.map((id) => ({ kind: "warning" as const, id })),
  ]
}

const said = (key: string) =>
  (messages as Record<string, { message: string }>)[key.replaceAll("-", "_")]?.message ?? ""
const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ")
const row = (...cells: string[]) => `| ${cells.map(cell).join(" | ")} |`
const table = (head: string[], rows: string[]) =>
  [row(...head), row(...head.map(() => "---")), ...rows].join("\n")
const sourced = ({ of, checkedOn, note }: Source) => `${of}, checked ${checkedOn}${note ? ` (${note})` : ""}`

function counted(counting: Counting): string {
  const from = counting.from.replaceAll("-", " ")
  if ("day" in counting) return `day ${counting.day} from *${from}*, whose day is day 1`
  if ("plusDays" in counting) return signed(counting.plusDays, "days", from)
  if ("plusWorkingDays" in counting) return signed(counting.plusWorkingDays, "working days", from)
  if ("plusMinutes" in counting) return signed(counting.plusMinutes, "minutes", from)
  if ("yearEnd" in counting) return `${counting.yearEnd} of the year of *${from}*`
  return `the announced number of days after *${from}*`
}

function signed(count: number, unit: string, from: string): string {
  if (count === 0) return unit === "minutes" ? `at the clock of *${from}*` : `on the day of *${from}*`
  const size = Math.abs(count)
  return `${size} ${size === 1 ? unit.replace(/s$/, "") : unit} ${count < 0 ? "before" : "after"} *${from}*`
}

function moment({ earliestOf, at }: Moment): string {
  const all = earliestOf.map(counted)
  return `${all.length > 1 ? `the earliest of: ${all.join("; ")}` : all.join("")}${at ? `, ${at}` : ""}`
}

function deadlineRule({ opens, closes, modes, final, gates, right }: DeadlineRule): string {
  return [
    opens && `opens ${moment(opens)}`,
    closes && `closes ${moment(closes)}`,
    modes && `only ${modes.join(", ")}`,
    final && "then the step is missed",
    gates && "the step is locked until then",
    right && "a right that presses nobody",
  ]
    .filter(Boolean)
    .join("; ")
}

function warningRule(rule: WarningRule): string {
  const { when, deadlines, leadDays, needsDone, worseWhen, unless } = rule
  return [
    `${when.steps.join(", ")} ${when.states.join("/")}`,
    when.reported && `the page says *${when.reported}*`,
    deadlines && `by ${deadlines.join(", ")}${rule.evenWithout ? ", or without" : ""}`,
    rule.afterOpening && "once it has opened",
    leadDays !== undefined && (leadDays < 0 ? "once it is over" : `${leadDays} days ahead`),
    rule.expires && "gone when it is over",
    needsDone && `after ${needsDone.join(", ")}`,
    rule.needsBalance && "while there is balance",
    unless && `not beside ${unless}`,
    `at least ${rule.atLeast}`,
    worseWhen && `${worseWhen.atLeast} when the page says *${worseWhen.reported}*`,
    rule.atMost && `at most ${rule.atMost}`,
  ]
    .filter(Boolean)
    .join("; ")
}

/** Warnings that no rule of a pack raises: they are about the sites themselves. */
const BESIDE_THE_RULES: Partial<Record<WarningId, (programme: Programme) => [rule: string, source: string]>> =
  {
    "unofficial-site": ({ hosts }) => [
      "the tab's host is a known fake, borrows a name or looks like an official one",
      sourced(hosts.source),
    ],
    "site-unreadable": () => ["a day on a chosen site without anything understood", "what was read"],
    "access-missing": () => ["a site that is to be read and may not be", "what the browser has granted"],
  }

function testsOf(tests: readonly ShowingTest[], kind: ShowingTest["kind"], id: string): string {
  return tests
    .filter((test) => test.kind === kind && test.id === id)
    .map(({ file, title }) => `${file}: ${title}`)
    .join("<br>")
}

function deadlineRows({ deadlines }: Programme, tests: readonly ShowingTest[]): string[] {
  return deadlines.map((rule) =>
    row(
      `\`${rule.id}\``,
      `${rule.steps.join(", ")}: ${deadlineRule(rule)}`,
      sourced(rule.source),
      said(`deadline_${rule.id}_name`),
      testsOf(tests, "deadline", rule.id),
    ),
  )
}

function warningRows(programme: Programme, tests: readonly ShowingTest[]): string[] {
  return WARNING_IDS.map((id) => {
    const rules = programme.warnings.filter((rule) => rule.id === id)
    const beside = BESIDE_THE_RULES[id]?.(programme)
    return row(
      `\`${id}\``,
      beside?.[0] ?? rules.map(warningRule).join("<br>"),
      beside?.[1] ?? [...new Set(rules.map(({ source }) => sourced(source)))].join("<br>"),
      said(`warning_${id}_title`),
      testsOf(tests, "warning", id),
    )
  })
}

/** The whole of docs/coverage.md. */
export function coverage(tests: readonly ShowingTest[] = allShowingTests()): string {
  const head = ["id", "rule", "source", "shown as", "shown by"]
  return [
    "# What is counted, what is warned of, and the tests that show it",
    "Written by `npm run docs` from the packs and the tests' titles; a test compares it. Anchors are in *italics*.",
    ...programmes.flatMap((programme) => [
      `## Deadlines of ${programme.name} (${programme.id})`,
      table(head, deadlineRows(programme, tests)),
      `## Warnings of ${programme.name} (${programme.id})`,
      table(head, warningRows(programme, tests)),
    ]),
    "",
  ].join("\n\n")
}
