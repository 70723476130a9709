import { readFile } from "node:fs/promises"
import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:https"
import type { AddressInfo } from "node:net"
import { extname, join, normalize, sep } from "node:path"
import type { Certificate } from "./certificate"

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
}

/** As strict as a careful dashboard might be, so that nothing of ours may depend on a lax page. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'"

/** What a host shows. */
export interface PracticePlace {
  folder: string
  /** A single-page app: every address that names no file is this one. */
  page: string
}

/** A file made for one address of any practised host, under no policy of the host's. */
export type Made = (url: URL) => { type: string; text: string } | undefined

export interface PracticeServer {
  port: number
  /** `host/path` of every request that arrived, in order. */
  asked: string[]
  close(): Promise<void>
}

async function answer(
  { folder, page }: PracticePlace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "https://practice").pathname))
  const extension = extname(path)
  const file = join(folder, extension === "" ? page : path)
  if (!file.startsWith(folder + sep)) {
    response.writeHead(403).end()
    return
  }
  try {
    const body = await readFile(file)
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": POLICY,
      // The page itself is always asked for; its forty scripts need not be sent again for every load.
      "cache-control": extname(file) === ".html" ? "no-store" : "private, max-age=600",
    })
    response.end(body)
  } catch {
    response.writeHead(404).end()
  }
}

/** Serves each host's place over https on a free port of the loopback interface; unknown hosts get 421. */
export async function startPracticeServer(
  certificate: Certificate,
  places: Readonly<Record<string, PracticePlace>>,
  made?: Made,
): Promise<PracticeServer> {
  const asked: string[] = []
  const server = createServer(certificate, (request, response) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "")
    asked.push(`${host}${request.url}`)
    const place = places[host]
    if (place === undefined) {
      response.writeHead(421).end()
      return
    }
    const file = made?.(new URL(request.url ?? "/", `https://${host}`))
    if (file) {
      response.writeHead(200, { "content-type": `${file.type}; charset=utf-8`, "cache-control": "no-store" })
      response.end(file.text)
      return
    }
    answer(place, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
