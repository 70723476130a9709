/*
 * Tries every way by which a page or a worker could reach somebody, each to a path of its own: `/<from>/<way>`.
 * An expression, to be put into a page or in front of the background's code: from whom it is tried → what was tried and
 * what the browser's policy said no to.
 */
;async (from) => {
  const tried = []
  const refused = new Set()
  const at = (way, scheme = "https") => `${scheme}://perpustakaan.example/${from}/${way}`
  globalThis.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    refused.add(URL.canParse(blockedURI) ? new URL(blockedURI).pathname.split("/")[2] : blockedURI)
    // Of these the address is told without its path.
    for (const way of { "frame-src": ["frame"], "object-src": ["object", "embed"], "form-action": ["form"] }[
      effectiveDirective
    ] ?? [])
      refused.add(way)
  })
  const attempt = async (way, run) => {
    tried.push(way)
    try {
      await run(at(way))
    } catch {}
  }
  const soon = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 1000))])
  const page = globalThis.document

  if (globalThis.importScripts) await attempt("import-scripts", (url) => globalThis.importScripts(url))
  await attempt("fetch", (url) => soon(fetch(url)))
  await attempt("socket", () => new WebSocket(at("socket", "wss")))
  if (globalThis.EventSource) await attempt("source", (url) => new EventSource(url))
  if (globalThis.WebTransport) await attempt("transport", (url) => soon(new WebTransport(url).ready))
  if (!page) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return { tried, refused: [...refused] }
  }

  const body = page.body ?? page.documentElement
  const put = (tag, attributes) => {
    const element = page.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    body.append(element)
    return element
  }
  await attempt("xhr", (url) => {
    const request = new XMLHttpRequest()
    request.open("GET", url)
    request.send()
  })
  await attempt("beacon", (url) => navigator.sendBeacon(url, "x"))
  await attempt("image", (url) => put("img", { src: url }))
  await attempt("background", (url) => {
    put("p", {}).style.backgroundImage = `url(${url})`
  })
  await attempt("font", (url) => soon(new FontFace("x", `url(${url})`).load()))
  await attempt("script", (url) => put("script", { src: url }))
  await attempt("module", (url) => put("script", { type: "module", src: url }))
  await attempt("frame", (url) => put("iframe", { src: url }))
  await attempt("object", (url) => put("object", { data: url, type: "text/html" }))
  await attempt("embed", (url) => put("embed", { src: url, type: "text/html" }))
  await attempt("video", (url) => put("video", { src: url, preload: "auto" }).load())
  await attempt("audio", (url) => new Audio(url).load())
  for (const rel of ["stylesheet", "prefetch", "modulepreload", "manifest", "icon"])
    await attempt(rel, (url) => put("link", { rel, href: url }))
  await attempt("preload", (url) => put("link", { rel: "preload", as: "script", href: url }))
  await attempt("worker", (url) => new Worker(url))
  await attempt("shared-worker", (url) => new SharedWorker(url))
  await attempt("import", (url) => soon(import(url)))
  await attempt("ping", (url) => put("a", { href: "#ping", ping: url }).click())
  await attempt("form", (url) => {
    const form = put("form", { action: url, method: "post", target: "_self" })
    form.append(page.createElement("input"))
    form.submit()
  })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return { tried, refused: [...refused] }
}
