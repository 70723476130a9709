import { fileURLToPath } from "node:url"
import { makeCertificate } from "./certificate"
import { type PracticeProxy, startPracticeProxy } from "./proxy"
import { startPracticeServer } from "./server"

export const DASHBOARD = "https://dashboard.prakerja.go.id"

const FOLDERS: Readonly<Record<string, string>> = {
  "dashboard.prakerja.go.id": fileURLToPath(new URL("../practice-site", import.meta.url)),
}

/** The practised internet: the real host names, served from disk, and nothing else. */
export interface World {
  proxy: PracticeProxy
  close(): Promise<void>
}

export async function startWorld(): Promise<World> {
  const hosts = Object.keys(FOLDERS)
  const server = await startPracticeServer(await makeCertificate(hosts), FOLDERS)
  const proxy = await startPracticeProxy(hosts, server.port)
  return {
    proxy,
    async close() {
      await proxy.close()
      await server.close()
    },
  }
}
