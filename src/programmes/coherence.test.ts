import { describe, expect, it } from "vitest"
import { readPack } from "./pack"
import { programmes } from "./registry"
import type { Programme } from "./schema"
import { host, httpsUrl, shownText } from "./schema-basics"
import { site } from "./schema-sites"

const [pack] = programmes
if (!pack) throw new Error("no programme")
const [firstSite] = pack.sites
if (!firstSite) throw new Error("no site")

const taken = (change: (pack: Programme) => void) => {
  const changed = structuredClone(pack)
  change(changed)
  const { programme: read, faults } = readPack(changed)
  return read !== undefined && faults.length === 0
}
const saying = (words: string) =>
  site.safeParse({
    ...firstSite,
    signals: firstSite.signals.map((each, n) => (n === 0 ? { ...each, words: [words] } : each)),
  }).success

describe("a pack", () => {
  it("is taken as it is", () => {
    expect(taken(() => undefined)).toBe(true)
    expect(saying("nomor kartu {card}")).toBe(true)
  })

  const refused: [string, (pack: Programme) => void][] = [
    ["steps that wait for each other", ({ steps }) => void steps[0]?.after.push(steps[1]?.id ?? "videos")],
    ["a step that waits for itself", ({ steps }) => void steps[0]?.after.push(steps[0].id)],
    ["one step twice", ({ steps }) => void steps.push(structuredClone(steps[0] as never))],
    ["a deadline twice", ({ deadlines }) => void deadlines.push(structuredClone(deadlines[0] as never))],
    [
      "a warning of no deadline",
      ({ warnings }) => void Object.assign(warnings[0] ?? {}, { deadlines: ["none"] }),
    ],
    ["a wallet without help", ({ wallets }) => void Object.assign(wallets[0] ?? {}, { contact: "none" })],
    ["a link to nowhere", ({ steps }) => void Object.assign(steps[0] ?? {}, { link: "none" })],
    ["a host of two sites", ({ sites }) => void sites[1]?.hosts.push(firstSite.hosts[0] ?? "")],
    ["a zone of no map", (each) => void Object.assign(each, { zone: "Mars/Olympus" })],
    ["a name with markup", (each) => void Object.assign(each, { name: "<b>x</b>" })],
    ["a pattern in place of letters", ({ hosts }) => void hosts.baits.names.push("(a+)+")],
  ]
  it.each(refused)("with %s is refused", (_what, change) => {
    expect(taken(change)).toBe(false)
  })

  it.each(["{any} {any}", "{name} {any}", "{n} {percent}", "{days} {days}", "{what}", "{any", "<b>"])(
    "with the phrase %s is refused",
    (words) => expect(saying(words)).toBe(false),
  )
})

describe("an address of a pack", () => {
  it.each(["https://a.example", "https://www.a-b.example/x/y?z=1#w"])("may be %s", (url) => {
    expect(httpsUrl.safeParse(url).success).toBe(true)
  })
  it.each([
    ...["http://a.example/", "javascript:alert(1)", "https://a@b.example/", "https://a.example:8443/"],
    ...["https://127.0.0.1/", "https://localhost/", 'https://a.example/"onclick=x', "https://a.example/<b>"],
    ...["https://a.example/ x", "//a.example/", "https://*.a.example/"],
  ])("may not be %s", (url) => {
    expect(httpsUrl.safeParse(url).success).toBe(false)
  })
  it.each([
    "*.a.example",
    "<all_urls>",
    "127.0.0.1",
    "localhost",
    "a.example:80",
    "a.example/x",
    "A.example",
    "-a.example",
  ])("is on no host %s", (name) => expect(host.safeParse(name).success).toBe(false))
})

it("words of a pack hold nothing unseen, and end", () => {
  for (const words of ["a\u202eb", "a\u0000b", "<i>", "x".repeat(61), ""])
    expect(shownText(60).safeParse(words).success).toBe(false)
  expect(shownText(60).safeParse("Formulir Pengaduan & É").success).toBe(true)
})
