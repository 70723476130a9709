/*
 * Everything that somebody beside Jejak may try, whoever it is: what stands here runs in another extension's background and
 * content script, and in a page. Each attempt tells what came of it; "nothing" is what must.
 */

const TRIED_MESSAGES = [
  { type: "overview" },
  { type: "page-opened" },
  { type: "add-participant", displayName: "Orang Asing", wave: 70, announcedOn: "2024-07-01" },
  {
    type: "page-read",
    read: "stranger",
    kind: "read",
    observations: [
      {
        signal: "balance",
        words: "Saldo Pelatihan",
        values: { amount: 1 },
        place: { kind: "badge" },
      },
    ],
  },
  { type: "export-backup" },
  { type: "delete-everything" },
]

const TRIED_FILES = [
  "manifest.json",
  "popup.html",
  "options.html",
  "tabs/report.html?tab=1",
  "reader.js",
  "hint.js",
]

/** So long may an answer take that nobody gives. */
const TRIED_PATIENCE = 1500

globalThis.jejakAttempts = async ({ id, origin, icon }) => {
  const results = {}
  const runtime = (globalThis.browser ?? globalThis.chrome)?.runtime
  const within = (work) =>
    Promise.race([
      Promise.resolve()
        .then(work)
        .then((answer) => (answer === undefined ? "nothing" : `answer: ${JSON.stringify(answer)}`))
        .catch(() => "nothing"),
      new Promise((resolve) => setTimeout(() => resolve("nothing"), TRIED_PATIENCE)),
    ])
  const loads = (element) =>
    new Promise((resolve, reject) => {
      element.onload = () => resolve("loaded")
      element.onerror = () => reject(new Error("refused"))
      document.documentElement.append(element)
    }).finally(() => element.remove())

  const attempts = []
  const attempt = (name, work) => {
    attempts.push(
      within(work).then((result) => {
        results[name] = result
      }),
    )
  }

  for (const message of TRIED_MESSAGES)
    attempt(`sendMessage ${message.type}`, () => runtime?.sendMessage?.(id, message))
  attempt("connect", () => {
    const port = runtime?.connect?.(id, { name: "jejak" })
    if (!port) return undefined
    return new Promise((resolve, reject) => {
      port.onMessage.addListener(resolve)
      port.onDisconnect.addListener(() => reject(new Error("nobody")))
      for (const message of TRIED_MESSAGES) port.postMessage(message)
    })
  })
  for (const file of [...TRIED_FILES, icon]) {
    attempt(`fetch ${file}`, async () => (await fetch(`${origin}/${file}`)).status)
    attempt(`import ${file}`, async () => Object.keys(await import(`${origin}/${file}`)))
  }
  if (globalThis.document) {
    attempt("script", () =>
      loads(Object.assign(document.createElement("script"), { src: `${origin}/reader.js` })),
    )
    attempt("image", () => loads(Object.assign(document.createElement("img"), { src: `${origin}/${icon}` })))
    attempt("style", () =>
      loads(
        Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${origin}/popup.css` }),
      ),
    )
    attempt("what only our scripts share", () => {
      const found = ["watching", "resting", "report", "hint", "card"].filter(
        (name) => globalThis[Symbol.for(`jejak.${name}`)] !== undefined,
      )
      const shared = found.concat(
        Object.keys(globalThis).filter((name) => name !== "jejakAttempts" && /jejak/i.test(name)),
      )
      return shared.length > 0 ? shared : undefined
    })
    attempt("messages and events in the page", () => {
      for (const message of TRIED_MESSAGES) {
        window.postMessage(message, "*")
        for (const target of [window, document, document.documentElement])
          for (const name of ["message", "jejak", "jejak.watching", "jejak.hint", message.type])
            target.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true }))
      }
    })
    attempt("frames", () => {
      for (const file of TRIED_FILES) {
        const frame = document.createElement("iframe")
        frame.src = `${origin}/${file}`
        document.documentElement.append(frame)
        frame.contentWindow?.postMessage({ type: "delete-everything" }, "*")
        setTimeout(() => frame.remove(), TRIED_PATIENCE)
      }
    })
  }
  if (globalThis.indexedDB?.databases)
    attempt("the database", async () => {
      const names = (await indexedDB.databases()).filter(({ name }) => /jejak/.test(name))
      return names.length > 0 ? names : undefined
    })
  if (runtime?.id)
    attempt("the storage", async () => {
      const kept = Object.keys((await (globalThis.browser ?? chrome).storage?.local?.get(null)) ?? {})
      return kept.length > 0 ? kept : undefined
    })
  await Promise.all(attempts)
  return results
}
