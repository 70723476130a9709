import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import type { ContentScriptRule } from "../plasmo.config"

/**
 * Plasmo reads a content script's `config` from its source, understands literals only, and silently turns
 * anything else into a script for every site. So the literals must be there, and say what the plan says.
 * @returns one sentence for each way in which a file of the folder differs from `rule`; none when all agree.
 */
export function contentScriptDifferences(folder: string, rule: ContentScriptRule): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !/\.test\.tsx?$/.test(name))
  const scripts = files.filter((entry) => entry.isFile() && /\.(tsx?|jsx?|mjs)$/.test(entry.name))
  const odd = files
    .filter((entry) => !scripts.includes(entry))
    .map(({ name }) => `${name} is no content script`)
  if (scripts.length === 0) return [...odd, `${folder} holds no content script`]
  return [
    ...odd,
    ...scripts.flatMap(({ name }) => {
      const literals = configLiterals(name, readFileSync(join(folder, name), "utf8"))
      if (!literals) return [`${name} exports no literal \`config\``]
      const wanted: Record<string, unknown> = { ...rule }
      const keys = new Set(["matches", ...Object.keys(literals)])
      return [...keys]
        .filter((key) => JSON.stringify(literals[key]) !== JSON.stringify(wanted[key]))
        .map((key) => `${name} has ${key} ${show(literals[key])}, plasmo.config.ts says ${show(wanted[key])}`)
    }),
  ]
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value)
}

/** The exported `config` of a source, if it is an object literal; a value that is no literal is `undefined`. */
function configLiterals(name: string, text: string): Record<string, unknown> | undefined {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue
    for (const { name: id, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(id) || id.text !== "config" || !initializer) continue
      if (ts.isObjectLiteralExpression(initializer)) return objectLiteral(initializer)
    }
  }
  return undefined
}

function objectLiteral(node: ts.ObjectLiteralExpression): Record<string, unknown> {
  return Object.fromEntries(
    node.properties.map((property) =>
      ts.isPropertyAssignment(property) &&
      (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
        ? [property.name.text, literal(property.initializer)]
        : [property.getText(), "no literal"],
    ),
  )
}

function literal(node: ts.Expression): unknown {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literal)
  return undefined
}
