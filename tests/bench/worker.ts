import type { Target } from "puppeteer-core"
import { until } from "../browser/until"
import type { Opened } from "./browser"

/** The extension's background, where it is running. */
export function workerOf({ browser, home }: Opened): Target | undefined {
  return browser
    .targets()
    .find((target) => target.type() === "service_worker" && target.url().startsWith(home))
}

/** Ends the background as the browser does when it is idle. */
export async function stopWorker(opened: Opened): Promise<void> {
  const running = workerOf(opened)
  if (!running) return
  const instance = await running.worker()
  await instance?.close()
  await until("the background is gone", () => workerOf(opened) !== running || undefined)
}

/** Bytes in use in the background's heap, after it was cleared of what nothing holds. It must be running. */
export async function workerHeap(opened: Opened): Promise<number> {
  const target = await until("the background runs", () => workerOf(opened))
  const session = await target.createCDPSession()
  try {
    await session.send("HeapProfiler.collectGarbage")
    const { usedSize } = await session.send("Runtime.getHeapUsage")
    return usedSize
  } finally {
    // Whoever is attended is never ended by the browser.
    await session.detach()
  }
}
