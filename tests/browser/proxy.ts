import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { connect, type Socket } from "node:net"
import type { Duplex } from "node:stream"

export interface PracticeProxy {
  port: number
  /** `host:port` of every connection that was let through to the practice server, in order. */
  carried: string[]
  /** `host:port` or address of everything else that any part of the browser tried to reach. */
  refused: string[]
  /** Ends every connection that is open and forgets what there was, so that whoever wants something connects anew. */
  beginAnew(): void
  close(): Promise<void>
}

/** A CONNECT proxy that leads the practised hosts to the practice server and lets nothing else out. */
export async function startPracticeProxy(
  hosts: readonly string[],
  practicePort: number,
): Promise<PracticeProxy> {
  const carried: string[] = []
  const refused: string[] = []
  const open = new Set<Socket | Duplex>()

  const proxy = createServer((request, response) => {
    refused.push(request.url ?? "")
    response.writeHead(403).end()
  })
  proxy.on("connection", (socket) => {
    open.add(socket)
    socket.on("close", () => open.delete(socket))
  })
  proxy.on("connect", (request, client, head) => {
    const target = request.url ?? ""
    const [host, port] = target.split(":")
    client.on("error", () => client.destroy())
    if (port !== "443" || host === undefined || !hosts.includes(host)) {
      refused.push(target)
      client.end("HTTP/1.1 403 Forbidden\r\n\r\n")
      return
    }
    carried.push(target)
    const upstream = connect(practicePort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n")
      upstream.write(head)
      upstream.pipe(client)
      client.pipe(upstream)
    })
    open.add(upstream)
    upstream.on("close", () => {
      open.delete(upstream)
      client.destroy()
    })
    upstream.on("error", () => client.destroy())
    client.on("close", () => upstream.destroy())
  })

  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening))
  return {
    port: (proxy.address() as AddressInfo).port,
    carried,
    refused,
    beginAnew() {
      for (const socket of open) socket.destroy()
      carried.length = 0
      refused.length = 0
    },
    close: () =>
      new Promise((closed) => {
        proxy.close(() => closed())
        for (const socket of open) socket.destroy()
      }),
  }
}
