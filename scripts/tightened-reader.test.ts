import { buildSync } from "esbuild"
import fc from "fast-check"
import { expect, it } from "vitest"
import { builtinEnvironments } from "vitest/environments"
import { descriptionOf } from "../src/reader/describe"
import type { Description } from "../src/reader/description"
import type { Reading } from "../src/reader/observation"
import { JOINING } from "./bundle"
import { tightened } from "./tighten"

/*
 * What is tested is the sources; what is built has shorter names, and one that is shortened wrongly changes what is read only on
 * some pages.
 */

type Read = (document: Document, url: URL, site: Description) => Reading

const ENTRY = `
  import { readInTurns } from "./src/reader/read-page"
  import { finished } from "./src/reader/turns"
  globalThis.readAsBuilt = (...given) => finished(readInTurns(...given))`

function builtCode(): string {
  const { outputFiles } = buildSync({
    ...JOINING,
    stdin: { contents: ENTRY, resolveDir: JOINING.absWorkingDir, loader: "ts" },
    format: "iife",
    minify: false,
  })
  return tightened(outputFiles[0]?.text ?? "", true)
}

const code = builtCode()
// Only now: the bundler does not run where there is a page.
await builtinEnvironments.jsdom.setup(globalThis, {})
const { dashboard, put, readPage } = await import("../tests/fixtures/reading")
const { ATTACKS } = await import("../tests/trust/attacks/all")
new Function(code)()
const { readAsBuilt: asBuilt } = globalThis as unknown as { readAsBuilt: Read }

const AT = new URL("https://dashboard.prakerja.go.id/")
const site = descriptionOf(dashboard)

function expectSame(body: string, act?: () => void): number {
  put(body)
  act?.()
  const { kind, observations } = readPage(document, AT, dashboard)
  const built = asBuilt(document, AT, site)
  expect({ kind: built.kind, observations: built.observations }).toEqual({ kind, observations })
  return observations.length
}

const CAPTURED: Readonly<Record<string, string>> = {
  amount: "Rp600.000",
  card: "1234 5678 9012 3456",
  name: "Tono",
  email: "tono@rumah.example",
}
const words = dashboard.signals.flatMap((signal) =>
  signal.words.map((phrase) => phrase.replace(/\{(\w+)\}/g, (_, name: string) => CAPTURED[name] ?? "2")),
)
const heads = [
  "Saldo Pelatihan",
  "Rekening",
  "Insentif",
  "Pelatihan Saya",
  "Survei",
  "Kotak Masuk",
  "Lihat juga",
  "Belajar Excel",
]
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("Rp600.000", "Rp1.234.000", "1 Mei 2024", "9 Juni 2024, 10.00 WIB"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "sudah",
      "belum",
      "kamu akan menerima",
      "sisa saldo kamu",
      "hingga",
      ":",
      ".",
      "*",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("LP: Maju Bersama", "Jadwal: 1 Mei 2024", "Nilai: 80", "Batal", "Tutup"),
  },
)
const sentence = fc.array(piece, { minLength: 2, maxLength: 4 }).map((pieces) => pieces.join(" "))
const text = fc.oneof({ weight: 2, arbitrary: piece }, { weight: 1, arbitrary: sentence })
const tag = fc.constantFrom("p", "span", "b", "i", "button", "a", "li", "td", "label", "small", "div", "dd")
const leaf = fc.tuple(tag, text).map(([name, inside]) => `<${name}>${inside}</${name}>`)
const hidden = fc.constantFrom(
  "",
  "",
  "",
  " hidden",
  ' style="opacity:0"',
  " disabled",
  ' aria-hidden="true"',
)
const nest = (inner: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom(
        "section",
        "article",
        "div",
        "ul",
        "table",
        "nav",
        "dialog",
        "aside",
        "form",
        "details",
      ),
      hidden,
      fc.option(fc.tuple(fc.constantFrom("h1", "h2", "h3", "strong", "legend"), fc.constantFrom(...heads))),
      fc.array(inner, { minLength: 1, maxLength: 4 }),
    )
    .map(
      ([name, how, head, inside]) =>
        `<${name}${how}>${head ? `<${head[0]}>${head[1]}</${head[0]}>` : ""}${inside.join("")}</${name}>`,
    )
const part = nest(fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: nest(leaf) }))
const page = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `<main>${parts.join("")}</main>`)

it("reads as built what the sources read, on pages of any kind", () => {
  let told = 0
  fc.assert(
    fc.property(page, (body) => {
      told += expectSame(body)
    }),
    { numRuns: 500 },
  )
  expect(told).toBeGreaterThan(100)
})

const inJsdom = ATTACKS.flatMap(({ attacks }) => attacks).filter(({ tried }) => tried.includes("jsdom"))

it.each(inJsdom)("reads as built what the sources read: $name", ({ body = () => "", act }) => {
  expectSame(`<main><section><h2>Saldo Pelatihan</h2><p>Rp1.234.000</p></section>${body(0.02)}</main>`, act)
})
