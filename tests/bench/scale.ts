import { TARGETS } from "../../plasmo.config"
import { buildFolder } from "../../scripts/targets"
import { filesIn, zipOf } from "../../scripts/zip"
import type { Line, Measured } from "./result"

/*
 * What cannot be measured on one machine, computed from what is built.
 *
 * An update of a pack is a new version of the package: there is no server of ours, and no code asks for anything. The stores keep the
 * packages, and each browser asks its store by itself: Chrome at its start and every few hours, and installs a new version only when no
 * background and no page of the extension runs (developer.chrome.com, "The Chrome Extension update lifecycle"); Firefox once a day by
 * default (`extensions.update.interval`, 86400 seconds). What either store sends, a whole package or a difference, is not
 * documented for extensions: both are computed, and the whole package is what to reckon with.
 */

const INSTALLS = 10_000_000
/** The background holds the packs, and the manifest the version. */
const CHANGED = /^(static\/background\/index\.js|manifest\.json)$/
/** All browsers that are on ask at least once in these hours. */
const HOURS = [5, 24] as const
const YEARS = 10
const KB = 1024
const TB = KB ** 4

function updateLines(): Line[] {
  return TARGETS.flatMap((target) => {
    const files = filesIn(buildFolder(target))
    const changed = files.filter(({ path }) => CHANGED.test(path))
    if (changed.length !== 2) throw new Error(`what an update changes is not in ${target}`)
    return [
      { name: "the whole package", bytes: zipOf(files).length },
      { name: "the changed files alone, packed", bytes: zipOf(changed).length },
    ].flatMap(({ name, bytes }) => {
      const of = `${target}, ${name}`
      const total = bytes * INSTALLS
      return [
        { what: "scale: an update, each install", of, unit: "KB", values: [bytes / KB] },
        { what: "scale: an update, 10 million installs", of, unit: "TB", values: [total / TB] },
        ...HOURS.map((hours) => ({
          what: `scale: sent by the store, on average over ${hours} h`,
          of,
          unit: "Gbit/s",
          values: [(total * 8) / (hours * 3600) / 1e9],
        })),
      ]
    })
  })
}

async function lifetimeLines(): Promise<Line[]> {
  // The browser's interface is looked for when the noting code is loaded, and asked for nothing.
  Object.assign(globalThis, { chrome: { runtime: { id: "scale" } } })
  const { lifetimeOf } = await import("./lifetime")
  const states = await lifetimeOf(YEARS)
  return [states[0], states.at(-1)].flatMap((state) => {
    if (!state) return []
    const of = `${state.years} ${state.years === 1 ? "year" : "years"}, ${state.reads} reads`
    const line = (what: string, unit: string, value: number) => ({
      what: `scale: one participant, ${what}`,
      of,
      unit,
      values: [value],
    })
    return [
      line("facts", "", state.facts),
      line("facts as they lie in the database", "KB", state.bytes / KB),
      line("backup", "KB", state.backup / KB),
    ]
  })
}

/** What it costs to reach ten million browsers, and what ten years leave in one. */
export async function computeScale(): Promise<Measured> {
  return [...updateLines(), ...(await lifetimeLines())]
}
