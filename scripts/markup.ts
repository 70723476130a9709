import ts from "typescript"
import { parsed, type SourceFile } from "./sources"

/** What turns text into elements or code, by which a stranger's words could become more than words. */
export const MAKES_MARKUP = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "createContextualFragment",
  "dangerouslySetInnerHTML",
  "DOMParser",
  "XSLTProcessor",
  "srcdoc",
  "srcDoc",
] as const

const RUNS_TEXT = ["eval", "Function", "importScripts", "WebAssembly"]

/**
 * One line for each place at which a file makes markup or runs text: a name of `MAKES_MARKUP`, in whatever way it is written
 * (as a name, a string, an attribute), `document.write`, code from text, a timer with a text, an import that is not literal.
 */
export function markupIn(file: SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const what = ts.isCallExpression(node) || ts.isNewExpression(node) ? called(node) : named(node)
    if (what) found.push(`${file.path}: ${what}`)
    ts.forEachChild(node, visit)
  }
  visit(parsed(file))
  return found
}

function named(node: ts.Node): string | undefined {
  const isName = ts.isIdentifier(node) || ts.isStringLiteralLike(node)
  return isName ? MAKES_MARKUP.find((name) => name === node.text) : undefined
}

function called(node: ts.CallExpression | ts.NewExpression): string | undefined {
  const { expression } = node
  const [first] = node.arguments ?? []
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return "import()"
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText()
  if (/\bdocument$/.test(ownerOf(expression)) && ["write", "writeln"].includes(name))
    return `document.${name}`
  if (RUNS_TEXT.includes(name) || RUNS_TEXT.includes(ownerOf(expression))) return expression.getText()
  const isText = first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
  return ["setTimeout", "setInterval"].includes(name) && isText ? `${name} of a text` : undefined
}

function ownerOf(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.expression.getText() : ""
}
