import { fileURLToPath } from "node:url"
import { makeCertificate } from "./certificate"
import { type PracticeProxy, startPracticeProxy } from "./proxy"
import { type Made, type PracticePlace, startPracticeServer } from "./server"

export const DASHBOARD = "https://dashboard.prakerja.go.id"

export const PINTAR = "https://skills.pintar.co"
export const KARIER = "https://app.karier.mu"
/** An invented training institution's own site. */
export const KARSA = "https://kelas.karsa.example"

/** Strangers' hosts, all with the same page: what is said of them is told by their names alone. */
export const STRANGERS = [
  "prakerja13.example",
  "dashboard.prakerja.go.id.masuk.example",
  "dana-kaget.example",
  "perpustakaan.example",
] as const

/** The programme's public site, on which every word of progress occurs as prose: nothing is ever read there. */
export const PUBLIC_SITE = "https://www.prakerja.go.id"

/** A bank's own host, where nothing may ever be watched. */
export const BANK = "https://ibank.bni.co.id"

const folder = fileURLToPath(new URL("../practice-site", import.meta.url))

const PLACES: Readonly<Record<string, PracticePlace>> = {
  [new URL(DASHBOARD).host]: { folder, page: "index.html" },
  [new URL(PINTAR).host]: { folder, page: "pintar.html" },
  [new URL(KARIER).host]: { folder, page: "karier.html" },
  [new URL(KARSA).host]: { folder, page: "karsa.html" },
  [new URL(PUBLIC_SITE).host]: { folder, page: "stranger.html" },
  [new URL(BANK).host]: { folder, page: "stranger.html" },
  ...Object.fromEntries(STRANGERS.map((host) => [host, { folder, page: "stranger.html" }])),
}

/** The practised internet: the real host names, served from disk, and nothing else. */
export interface World {
  proxy: PracticeProxy
  /** `host/path` of every request that arrived at a practised host, in order. */
  asked: readonly string[]
  close(): Promise<void>
}

/** @param made files of a test, in place of what lies on the disk */
export async function startWorld(made?: Made): Promise<World> {
  const hosts = Object.keys(PLACES)
  const server = await startPracticeServer(await makeCertificate(hosts), PLACES, made)
  const proxy = await startPracticeProxy(hosts, server.port)
  return {
    proxy,
    asked: server.asked,
    async close() {
      await proxy.close()
      await server.close()
    },
  }
}
