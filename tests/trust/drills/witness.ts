/**
 * Stands in front of `reader.js` in a copy of the build, and tells in the page what the content script sends and what it is
 * answered: what was acknowledged must be known exactly, and from outside of the script nobody sees that. The script itself,
 * its outbox and its delivery are the production's own. It also tells each timer that is set, by which an orphan would be
 * known that does not go, and each start of the script in the same world.
 */
export const WITNESS = `
  const MARK = Symbol.for("drill-witness")
  const script = (globalThis[MARK] ??= crypto.randomUUID())
  const tell = (told) =>
    document.dispatchEvent(new CustomEvent("drill-witness", { detail: JSON.stringify({ script, ...told }) }))
  const { runtime } = globalThis.browser ?? globalThis.chrome
  const send = runtime.sendMessage
  if (!send[MARK]) {
    runtime.sendMessage = (message) => {
      const { type, read, observations } = message
      const answer = send.call(runtime, message)
      if (type !== "page-read") return answer
      tell({ what: "sent", read, observations })
      answer.then(
        (reply) => tell({ what: "answered", read, reply }),
        (error) => tell({ what: "failed", read, error: String(error) }),
      )
      return answer
    }
    runtime.sendMessage[MARK] = true
    const wait = globalThis.setTimeout
    globalThis.setTimeout = (...timer) => {
      tell({ what: "timer" })
      return wait(...timer)
    }
  }
  tell({ what: "began" })
`
