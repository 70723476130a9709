import { readdirSync, readFileSync } from "node:fs"
import { join, posix, sep } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"

/** A file of `src/`: its path from there, with slashes. */
export interface SourceFile {
  path: string
  text: string
}

export interface Import {
  /** Path of the imported file from `src/`, without extension, or the name of a package. */
  target: string
  isPackage: boolean
  /** Gone once compiled. */
  typeOnly: boolean
}

/** Every TypeScript file of `src/` but the tests. */
export function sourceFiles(): SourceFile[] {
  const src = fileURLToPath(new URL("../src", import.meta.url))
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => ({ path: path.split(sep).join("/"), text: readFileSync(join(src, path), "utf8") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export function parsed({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

/** What a file imports or exports from elsewhere, dynamic imports included. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const isPackage = !specifier.text.startsWith(".")
    const target = isPackage
      ? packageName(specifier.text)
      : posix.join(posix.dirname(file.path), specifier.text).replace(/\.tsx?$/, "")
    found.push({ target, isPackage, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(parsed(file))
  return found
}

function packageName(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/")
  return first.startsWith("@") ? `${first}/${second}` : first
}
