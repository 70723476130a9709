import type { Page } from "puppeteer-core"

/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  name: string
  ph: string
  ts: number
  dur?: number
  pid: number
  tid: number
  args: {
    name?: string
    fileName?: string
    data?: { url?: string; fileName?: string; frames?: { url: string }[]; documentLoaderURL?: string }
  }
}

/** From and to, in microseconds. */
export type Span = readonly [from: number, to: number]

/** What promises call back is told by `v8.execute` alone where it is the browser that settles them. */
const CATEGORIES = [
  "devtools.timeline",
  "v8",
  "v8.execute",
  "disabled-by-default-v8.compile",
  "loading",
  "__metadata",
]

/** What a thread does on behalf of scripts, the calls back of promises included. */
const SCRIPTING = new Set([
  "EvaluateScript",
  "FunctionCall",
  "RunMicrotasks",
  "v8.callFunction",
  "v8.compile",
  "v8.compileModule",
  "v8.evaluateModule",
  "v8.newInstance",
  "v8.run",
])

/** Everything that happens in the browser while `during` runs, by Chromium's own trace. */
export async function traced(page: Page, during: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES })
  await during()
  const trace = await page.tracing.stop()
  if (!trace) throw new Error("the browser has traced nothing")
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents
}

const addressOf = ({ args }: TraceEvent) => args.data?.url ?? args.data?.fileName ?? args.fileName ?? ""

/** The main thread that ran a script whose address begins so: the newest, where there are several. */
export function threadOf(events: readonly TraceEvent[], address: string): (event: TraceEvent) => boolean {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const found = events.findLast(
    (event) => mains.has(`${event.pid} ${event.tid}`) && addressOf(event).startsWith(address),
  )
  return ({ pid, tid }) => pid === found?.pid && tid === found.tid
}

/**
 * When scripts ran on one thread, but for the page's own. Not every event bears an address, calls back of promises never do: one that
 * holds none counts as the extension's. So the page must not use promises itself; the practised page does not.
 * @param page how the addresses of the page's own scripts begin
 */
export function scriptSpans(
  events: readonly TraceEvent[],
  onThread: (event: TraceEvent) => boolean,
  page?: string,
): Span[] {
  const scripting = events.filter((event) => event.ph === "X" && SCRIPTING.has(event.name) && onThread(event))
  const outermost = merged(scripting.map(spanOf))
  if (page === undefined) return outermost
  const named = scripting.filter((event) => addressOf(event) !== "").sort((a, b) => a.ts - b.ts)
  return outermost.filter(([from, to]) => {
    const first = named.find(({ ts }) => from <= ts && ts <= to)
    return !first || !addressOf(first).startsWith(page)
  })
}

/** Of these, the ones in which no file of scripts was begun: what scripts do after they have come into the page. */
export function afterBeginning(spans: readonly Span[], events: readonly TraceEvent[]): Span[] {
  const begun = events.filter(({ name }) => name === "EvaluateScript").map(({ ts }) => ts)
  return spans.filter(([from, to]) => !begun.some((ts) => from <= ts && ts <= to))
}

function spanOf({ ts, dur = 0 }: TraceEvent): Span {
  return [ts, ts + dur]
}

/** The same moments, none twice. */
function merged(spans: readonly Span[]): Span[] {
  const once: [number, number][] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = once.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else once.push([from, to])
  }
  return once
}

/** Together, in milliseconds. */
export function lasting(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0) / 1000
}

/** The longest of them, in milliseconds. */
export function longest(spans: readonly Span[]): number {
  return Math.max(0, ...spans.map(([from, to]) => (to - from) / 1000))
}
