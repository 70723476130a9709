import { describe, expect, it } from "vitest"
import { callersOf } from "./callers"

const byNow = (answer: Promise<unknown>) =>
  Promise.race([answer.then(() => "answered"), new Promise((later) => setTimeout(later, 10, "waiting"))])

describe("those who wait for an answer", () => {
  it("are waited for, also where they are answered with a failure", async () => {
    const callers = callersOf()
    const one = Promise.resolve("a")
    expect(callers.answering(one)).toBe(one)
    let fail: (error: Error) => void = () => undefined
    const other = new Promise((_, reject) => {
      fail = reject
    })
    callers.answering(other).catch(() => undefined)
    const answered = callers.answered()
    expect(await byNow(answered)).toBe("waiting")
    fail(new Error("b"))
    expect(await byNow(answered)).toBe("answered")
  })

  it("are not waited for who come later, nor where nobody has come", async () => {
    const callers = callersOf()
    const answered = callers.answered()
    callers.answering(new Promise(() => {}))
    expect(await byNow(answered)).toBe("answered")
    expect(await byNow(callers.answered())).toBe("waiting")
  })
})
