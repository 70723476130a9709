import "fake-indexeddb/auto"

/*
 * The whole background, as it is, in this process: its listeners on one side, on the other a browser that does nothing but note
 * what it is asked to do.
 */

export const ID = "jejak-in-node"
export const HOME = `chrome-extension://${ID}/`

type Listener = (...args: unknown[]) => unknown

/** Asked of the browser without changing anything. */
const QUESTIONS =
  /\.(get|getAll|getURL|getManifest|getMessage|getUILanguage|getRegisteredContentScripts|query|contains|getPermissionLevel|getBytesInUse)$/

const areas = { local: new Map<string, unknown>(), session: new Map<string, unknown>() }
const listeners = new Map<string, Listener[]>()
const effects: string[] = []

/** What a function of the browser answers, where nothing is not enough. */
const ANSWERS: Record<string, (...args: never[]) => unknown> = {
  "runtime.getURL": (path: string) => HOME + path,
  "runtime.getManifest": () => ({ version: "0.0.0", icons: {}, host_permissions: [] }),
  "i18n.getMessage": (name: string) => name,
  "i18n.getUILanguage": () => "id",
  "tabs.query": async () => [],
  "tabs.get": async () => Promise.reject(new Error("no tab")),
  "permissions.contains": async () => true,
  "permissions.getAll": async () => ({ origins: [], permissions: [] }),
  "notifications.getAll": async () => ({}),
  "scripting.getRegisteredContentScripts": async () => [],
  "alarms.get": async () => undefined,
}

function areaOf(items: Map<string, unknown>) {
  return {
    async get(wanted: string | string[] | null) {
      const names = wanted === null ? [...items.keys()] : [wanted].flat()
      return structuredClone(
        Object.fromEntries(names.flatMap((name) => (items.has(name) ? [[name, items.get(name)]] : []))),
      )
    },
    async set(added: Record<string, unknown>) {
      for (const [name, value] of Object.entries(added)) items.set(name, structuredClone(value))
    },
    async remove(names: string | string[]) {
      for (const name of [names].flat()) items.delete(name)
    },
    async clear() {
      items.clear()
    },
  }
}

/** An interface of which every function notes that it was called, and every event who listens. */
function interfaceOf(path: string, known: Record<string, unknown>): unknown {
  return new Proxy(known, {
    get(target, name) {
      if (typeof name !== "string" || name in target) return Reflect.get(target, name)
      const full = path ? `${path}.${name}` : name
      if (/^on[A-Z]/.test(name))
        return {
          addListener: (listener: Listener) =>
            void listeners.set(full, [...(listeners.get(full) ?? []), listener]),
          removeListener: () => undefined,
          hasListener: () => false,
        }
      if (path === "") {
        const inner = interfaceOf(name, {})
        Reflect.set(target, name, inner)
        return inner
      }
      return (...args: never[]) => {
        if (!QUESTIONS.test(full)) effects.push(full)
        const answer = ANSWERS[full]
        return answer ? answer(...args) : Promise.resolve()
      }
    },
  })
}

const runtime = interfaceOf("runtime", { id: ID })
const storage = {
  local: areaOf(areas.local),
  session: areaOf(areas.session),
  onChanged: { addListener() {} },
}
const browser = interfaceOf("", { runtime, storage })
Object.assign(globalThis, { browser, chrome: { runtime: { id: ID } } })

/** Sends something to the background, as the browser would. */
export type Send = (message: unknown, sender: unknown) => Promise<unknown>

export interface Background {
  send: Send
  /** Calls whoever listens to an event of the browser. */
  happen(event: string, ...args: unknown[]): void
  /** All events that somebody listens to. */
  heard(): string[]
  /** Everything that lies anywhere, and all that was asked of the browser so far. */
  state(): Promise<{ tables: Record<string, unknown[]>; areas: Record<string, object>; effects: number }>
  /** What was asked of the browser since so many effects. */
  effectsSince(count: number): string[]
}

/** Starts the background; once in a process. */
export async function startBackground(): Promise<Background> {
  // What a service worker hears when it is installed; nobody installs it here.
  Object.assign(globalThis, { addEventListener: () => undefined })
  // And what it loads, which is no module there.
  await import("../../../src/background/rest")
  await import("../../../src/background/index")
  const { JejakDatabase } = await import("../../../src/storage/database")
  const { dump } = await import("../../fixtures/dump")
  const beside = new JejakDatabase()
  const [onMessage] = listeners.get("runtime.onMessage") ?? []
  if (!onMessage) throw new Error("nobody listens to messages")
  return {
    send: (message, sender) =>
      new Promise((reply, fail) => {
        if (onMessage(message, sender, reply) !== true) fail(new Error("no answer is to come"))
      }),
    happen(event, ...args) {
      for (const listener of listeners.get(event) ?? []) listener(...args)
    },
    heard: () => [...listeners.keys()],
    state: async () => ({
      tables: await dump(beside),
      areas: { local: Object.fromEntries(areas.local), session: Object.fromEntries(areas.session) },
      effects: effects.length,
    }),
    effectsSince: (count) => effects.slice(count),
  }
}
