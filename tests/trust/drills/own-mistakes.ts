import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { isDeepStrictEqual } from "node:util"
import { JSDOM } from "jsdom"
import type { Programme } from "../../../src/programmes/schema"
import type { Site } from "../../../src/programmes/schema-sites"
import type { Reading } from "../../../src/reader/observation"
import type { Drill, Outcome } from "../drill"
import { type Chance, chanceFrom } from "./chance"

/*
 * A part of a pack is broken at random, as by a mistake of ours: the words of a signal cannot be made ready, or
 * something in a site's description is no longer what it must be. Whatever else there is must be as before.
 */

const folder = fileURLToPath(new URL("../../practice-site/sites", import.meta.url))

interface Parts {
  programme: Programme
  readPack: typeof import("../../../src/programmes/pack").readPack
  readPage: typeof import("../../fixtures/reading").readPage
}

/** The reader asks the prototypes of the page's own elements, which have to be there before it is. */
async function partsIn({ window }: JSDOM): Promise<Parts> {
  for (const name of Object.getOwnPropertyNames(window))
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
  const [{ readPack }, { programmes }, { readPage }] = await Promise.all([
    import("../../../src/programmes/pack"),
    import("../../../src/programmes/registry"),
    import("../../fixtures/reading"),
  ])
  const [programme] = programmes
  if (!programme) throw new Error("there is no programme")
  return { programme, readPack, readPage }
}

interface PracticePage {
  name: string
  url: URL
  html: string
  site: Site
}

function practicePages({ sites }: Programme): PracticePage[] {
  return sites.flatMap((site) =>
    readdirSync(folder).includes(site.id)
      ? readdirSync(join(folder, site.id)).map((file) => {
          const html = readFileSync(join(folder, site.id, file), "utf8")
          const address = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&")
          return { name: `${site.id}/${file}`, url: new URL(address ?? site.home), html, site }
        })
      : [],
  )
}

/** The site, in whose description the words of one signal cannot be made ready. */
function withBroken(site: Site, id: string): Site {
  const words = [undefined as unknown as string]
  return { ...site, signals: site.signals.map((one) => (one.id === id ? { ...one, words } : one)) }
}

const told = ({ observations }: Reading) =>
  observations.map((observation) => ({ signal: observation.signal, all: JSON.stringify(observation) }))

/** What the broken signal alone may take with it: itself, what is silent beside it, and words that no card vouches for. */
function mayGo({ signals }: Site, lost: string, broken: string): boolean {
  const rule = signals.find(({ id }) => id === lost)
  return lost === broken || rule?.alone === true || rule?.unless?.includes(broken) === true
}

function oneSignal(parts: Parts, { document }: Window, page: PracticePage, chance: Chance): string[] {
  const parsed = new JSDOM(page.html).window.document
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement)
  // Without the words that tell whose page it is, none of it may be read at all.
  const [first, ...others] = page.site.signals.filter(({ scope }) => scope !== "account")
  if (!first) return []
  const { id: broken } = chance.pick([first, ...others])
  const before = told(parts.readPage(document, page.url, page.site))
  const where = `${page.name} without ${broken}`
  try {
    const after = told(parts.readPage(document, page.url, withBroken(page.site, broken)))
    const lost = before.filter(({ all }) => !after.some((one) => one.all === all))
    const gained = after.filter(({ all }) => !before.some((one) => one.all === all))
    return [
      ...lost
        .filter(({ signal }) => !mayGo(page.site, signal, broken))
        .map(({ all }) => `${where}: lost ${all}`),
      ...gained.map(({ all }) => `${where}: gained ${all}`),
    ]
  } catch (error) {
    return [`${where}: ${error}`]
  }
}

const JUNK = [7, null, "", [], {}, ["{any} {any}"], true] as const

function oneSite({ programme, readPack }: Parts, chance: Chance): string[] {
  const { sites, ...rules } = programme
  const at = Math.floor(chance.below(sites.length))
  const site = sites[at] as Site
  const key = chance.pick(Object.keys(site) as [string])
  const junk = chance.pick(JUNK)
  const damaged = sites.map((one, index) => (index === at ? { ...one, [key]: junk } : one))
  const where = `${site.id} with ${key} ${JSON.stringify(junk)}`
  const read = readPack({ ...rules, sites: damaged })
  if (!read.programme) return [`${where}: no rules are left`]
  const { sites: left, ...kept } = read.programme
  const others = (all: readonly Site[]) => all.filter(({ id }) => id !== site.id)
  return [
    ...(isDeepStrictEqual(kept, rules) ? [] : [`${where}: the rules are others`]),
    ...(isDeepStrictEqual(others(left), others(sites)) ? [] : [`${where}: other sites are others`]),
    ...left
      .filter((one) => one.id === site.id && read.faults.length > 0 && one.access !== "never")
      .map(() => `${where}: is told as broken and read all the same`),
  ]
}

async function run(rounds: number, seed: number): Promise<Outcome> {
  const chance = chanceFrom(seed)
  const dom = new JSDOM("", { url: "https://page.example/", pretendToBeVisual: true })
  const parts = await partsIn(dom)
  const pages = practicePages(parts.programme) as [PracticePage]
  const findings: string[] = []
  const figures = { "broken signals": 0, "broken sites": 0 }
  for (let round = 0; round < rounds; round += 1) {
    const isSignal = chance.below(2) < 1
    figures[isSignal ? "broken signals" : "broken sites"] += 1
    findings.push(
      ...(isSignal
        ? oneSignal(parts, dom.window as unknown as Window, chance.pick(pages), chance)
        : oneSite(parts, chance)),
    )
  }
  dom.window.close()
  return { findings, figures }
}

/** One site's description is broken, or one signal of it: the rest is read as before. */
export const OWN_MISTAKES: Drill = {
  promise: "own-mistakes",
  name: "a part of a site's description is broken",
  unit: "parts",
  short: 150,
  long: 5000,
  run,
}
