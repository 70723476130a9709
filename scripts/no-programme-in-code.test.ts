import ts from "typescript"
import { describe, expect, it } from "vitest"
import { programmes } from "../src/programmes/registry"
import type { Programme } from "../src/programmes/schema"
import { parsed, type SourceFile, sourceFiles } from "./sources"

/*
 * The programme's rules are data: no code names the programme, a host, an amount or a word of its pages. The
 * packs' registry imports a pack by its file's name, and a content script's `matches` must be literals.
 */

/** What the packs hold that no code may. */
interface Forbidden {
  names: string[]
  hosts: string[]
  amounts: number[]
  /** The literal parts of the pages' phrases, but for the terms that the packs' schema itself is made of. */
  words: string[]
}

function forbidden(packs: readonly Programme[]): Forbidden {
  const schemaTerms: string[] = packs.flatMap(({ wallets }) => wallets.map(({ kind }) => kind))
  const unique = <T>(values: T[]) => [...new Set(values)]
  return {
    names: unique(
      packs.flatMap(({ name, id }) => [...name.toLowerCase().split(/\s+/), ...id.split(/[^a-z]+/)]),
    ).filter((word) => word.length > 5),
    hosts: unique(
      packs.flatMap(({ sites, hosts }) => [
        ...sites.flatMap((site) => site.hosts),
        ...hosts.official,
        ...hosts.fake,
      ]),
    ),
    amounts: unique(
      packs.flatMap(({ money }) => [money.balance, money.most, ...money.payments.map((p) => p.amount)]),
    ),
    words: unique(
      packs.flatMap(({ sites, watching }) =>
        [...sites, watching].flatMap(({ signals, silentHeadings }) =>
          [
            ...silentHeadings,
            ...signals.flatMap(({ words, section }) => [...words, ...(section ?? [])]),
          ].flatMap((phrase) => phrase.split(/\{[a-z]+\}/).map((part) => part.trim())),
        ),
      ),
    ).filter((part) => /\p{L}{4}/u.test(part) && !schemaTerms.includes(part)),
  }
}

interface Literal {
  text: string
  number?: number
}

/** The strings, JSX texts and numbers of a file, but not what it imports from nor a content script's matches. */
function literals(file: SourceFile): Literal[] {
  const found: Literal[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (
      file.path.startsWith("contents/") &&
      ts.isPropertyAssignment(node) &&
      node.name.getText() === "matches"
    )
      return
    if (ts.isNumericLiteral(node)) found.push({ text: node.text, number: Number(node.text) })
    else if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) found.push({ text: node.text })
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push({ text: node.text })
    else if (ts.isRegularExpressionLiteral(node)) found.push({ text: node.text })
    ts.forEachChild(node, visit)
  }
  visit(parsed(file))
  return found
}

const asWords = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `

/** One line for each thing of a pack that a file names. */
function namings(file: SourceFile, { names, hosts, amounts, words }: Forbidden): string[] {
  const inLiterals = literals(file).flatMap(({ text, number }) => [
    ...hosts.filter((host) => text.toLowerCase().includes(host)),
    ...words.filter((word) => asWords(text).includes(asWords(word))),
    ...amounts.filter((amount) => number === amount || digitsOf(text).includes(amount)).map(String),
  ])
  const inText = names.filter((name) => withoutImports(file).toLowerCase().includes(name))
  return [...inText, ...inLiterals].map((what) => `${file.path} names ${what}`)
}

/** The whole numbers written in a text, with or without points: "Rp600.000" holds 600000. */
function digitsOf(text: string): number[] {
  return (text.match(/\d{1,3}(?:[.,_ ]\d{3})+|\d+/g) ?? []).map((digits) => Number(digits.replace(/\D/g, "")))
}

/** The text, comments too, without import paths and a content script's matches. */
function withoutImports({ path, text }: SourceFile): string {
  const rest = text.replace(/from\s+"[^"]*"/g, "")
  return path.startsWith("contents/") ? rest.replace(/matches: \[[^\]]*\]/, "") : rest
}

const pack = forbidden(programmes)

describe("the code", () => {
  it.each(sourceFiles().map((file) => [file.path, file] as const))("%s knows no programme", (_path, file) => {
    expect(namings(file, pack)).toEqual([])
  })
})

describe("the watch over the code", () => {
  const inFile = (text: string, path = "ui/x.ts") => namings({ path, text }, pack)

  it("has something of each kind to watch for", () => {
    for (const kind of Object.values(pack)) expect(kind).not.toEqual([])
  })

  it.each([
    ["a programme", "/** For Prakerja. */"],
    ["a programme in a name", "const prakerjaSite = 1"],
    ["a host", `const a = "https://${pack.hosts[0]}/x"`],
    ["an amount", `const a = ${pack.amounts[0]}`],
    ["an amount with separators", "const a = 600_000"],
    ["an amount in words", "const a = `Rp600.000 left`"],
    ["a word of a page", `const a = x === "${pack.words[0]}"`],
    ["a word of a page, in capitals", `const a = <p>${pack.words[0]?.toUpperCase()}</p>`],
    ["a word of a page in an expression", `const a = /${pack.words[0]}/i`],
  ])("sees %s", (_what, text) => {
    expect(inFile(text, "ui/x.tsx")).not.toEqual([])
  })

  it("lets a content script's matches and a registry's import pass, and nothing else there", () => {
    const matches = `export const config = { matches: ["https://${pack.hosts[0]}/*"] }`
    expect(inFile(matches, "contents/page.ts")).toEqual([])
    expect(inFile(matches)).not.toEqual([])
    expect(inFile(`import a from "./prakerja-2024/a.json"`, "programmes/registry.ts")).toEqual([])
  })
})
