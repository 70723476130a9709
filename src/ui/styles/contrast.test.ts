import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

/*
 * Text must be readable in both themes: 4.5 to 1 and more (WCAG 2.2, 1.4.3), for every pair of colours that the
 * style sheets set one on the other.
 */

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8")
const [lightPart = "", darkPart = ""] = css.split("prefers-color-scheme: dark")
const colours = (part: string) =>
  Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]))
const light = colours(lightPart)
const themes = { light, dark: { ...light, ...colours(darkPart.split("}")[0] ?? "") } }

const PAIRS = [
  ...["ground", "card", "sunken"].flatMap((ground) => [
    ["text", ground],
    ["muted", ground],
  ]),
  ["accent", "ground"],
  ["accent", "card"],
  ["accent", "accent-soft"],
  ["text", "accent-soft"],
  ["muted", "accent-soft"],
  ["on-accent", "accent"],
  ["hero-text", "hero"],
  ["hero-text", "hero-end"],
  ["hero-muted", "hero"],
  ["hero-muted", "hero-end"],
  ...["soon", "urgent", "late"].flatMap((tone) => [
    [tone, `${tone}-soft`],
    ["text", `${tone}-soft`],
    ["muted", `${tone}-soft`],
  ]),
  ["late", "card"],
] as [string, string][]

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(themes))("in the %s theme", (_theme, palette) => {
  it.each(PAIRS)("%s is readable on %s", (text, ground) => {
    const [front, back] = [palette[text], palette[ground]]
    expect([front, back]).not.toContain(undefined)
    expect(contrast(front ?? "", back ?? "")).toBeGreaterThanOrEqual(4.5)
  })
})

describe("the measure", () => {
  it("is the one of WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21)
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2)
  })

  it("sees two themes", () => {
    expect(themes.dark.card).not.toBe(themes.light.card)
  })
})
