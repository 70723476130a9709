import { fileURLToPath } from "node:url"
import { buildFolder } from "../../scripts/targets"
import { startWorld, type World } from "../browser/world"
import { type Contender, type Opened, openContender, tidy } from "./browser"
import { FEW_FACTS, livedThrough } from "./history"
import { madePage } from "./pages"
import { type Peer, peersIn, popupOf } from "./peers"
import { settledPopup } from "./popups"
import { putRows, writeBareProbe, writeNotingProbe, writeReactProbe, writeWalkProbe } from "./probes"
import type { Snapshot } from "./snapshot"

/** Our production build. */
export const OURS = buildFolder("chrome-mv3")
const AUTOCONSENT = fileURLToPath(new URL("addon-mv3", import.meta.resolve("@duckduckgo/autoconsent")))

/** Everybody who can be asked for, opened when first asked for, and kept open, idle, until the end. */
export interface Stage {
  readonly world: World
  /** How many rounds each measure is to have after its warm-up. */
  readonly rounds: number
  nothing(): Promise<Opened>
  /** Ours, where somebody has been through as many facts. */
  ours(facts?: number): Promise<Opened>
  /** Ours as it is right after its installation, of its own, to be closed by whoever asked. */
  fresh(): Promise<Opened>
  bare(): Promise<Opened>
  /** What looks at each text of a page and does no more. */
  walk(): Promise<Opened>
  react(): Promise<Opened>
  /** What puts rows with Dexie; one for each number of rows that it is to hold. */
  noting(rows: number): Promise<Opened>
  autoconsent(): Promise<Opened>
  /** Whatever else was asked for by BENCH_PEERS. */
  peers(): Promise<Opened[]>
  /** The folders of those who are not ours, nor a probe. */
  readonly unpacked: readonly Peer[]
  /** Closes what a measure has left open. */
  tidy(): Promise<void>
  close(): Promise<void>
}

const peers = peersIn(process.env.BENCH_PEERS ?? "")

export async function setStage(rounds: number): Promise<Stage> {
  const world = await startWorld(madePage)
  const open = new Map<string, Promise<Opened>>()
  const opened = (
    contender: Contender,
    prepare: (opened: Opened) => Promise<void> = async () => undefined,
  ) => {
    const known = open.get(contender.name)
    if (known) return known
    const opening = openContender(contender, world.proxy.port).then(async (fresh) => {
      await prepare(fresh)
      return fresh
    })
    open.set(contender.name, opening)
    return opening
  }
  const ours = (facts = FEW_FACTS) => {
    const name = facts === FEW_FACTS ? "ours" : `ours, ${facts.toLocaleString("en-US")} facts`
    return opened({ name, extension: OURS }, (fresh) => livedThrough(fresh, facts))
  }
  let shown: Promise<Snapshot> | undefined
  const snapshot = () => {
    shown ??= ours().then(settledPopup)
    return shown
  }
  return {
    world,
    rounds,
    nothing: () => opened({ name: "nothing" }),
    ours,
    fresh: () => openContender({ name: "ours, fresh", extension: OURS }, world.proxy.port),
    async bare() {
      const extension = open.has("bare probe") ? "" : writeBareProbe(await snapshot(), OURS)
      return opened({ name: "bare probe", extension })
    },
    walk: async () => opened({ name: "bare walk", extension: open.has("bare walk") ? "" : writeWalkProbe() }),
    async react() {
      const extension = open.has("plain React") ? "" : writeReactProbe(await snapshot(), OURS)
      return opened({ name: "plain React", extension }, async (fresh) => putRows(fresh, await snapshot()))
    },
    async noting(rows) {
      const name = `Dexie put, ${rows} rows`
      return opened({ name, extension: open.has(name) ? "" : writeNotingProbe(rows) })
    },
    autoconsent: () => opened({ name: "autoconsent", extension: AUTOCONSENT }),
    peers: () => Promise.all(peers.map((peer) => opened(peer))),
    unpacked: [{ name: "autoconsent", extension: AUTOCONSENT, popup: popupOf(AUTOCONSENT) }, ...peers],
    async tidy() {
      for (const each of open.values()) await tidy(await each)
    },
    async close() {
      for (const each of open.values()) await (await each).close()
      await world.close()
    },
  }
}
