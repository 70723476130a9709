import { describe, expect, it } from "vitest"
import { allShowingTests, coveredIds, showingTests } from "./coverage"

const tests = allShowingTests()
const ids = coveredIds()

describe("docs/coverage.md", () => {
  it.each(ids.map(({ kind, id }) => [kind, id] as const))("has a test for %s %s", (kind, id) => {
    expect(tests.filter((test) => test.kind === kind && test.id === id)).not.toEqual([])
  })

  it("has no test of a deadline or a warning that there is not", () => {
    expect(tests.filter(({ kind, id }) => !ids.some((each) => each.kind === kind && each.id === id))).toEqual(
      [],
    )
  })
})

describe("the search for tests", () => {
  const titles = (text: string) =>
    showingTests("x.test.ts", text).map(({ kind, id, title }) => `${kind} ${id} ${title}`)

  it.each([
    ["a test", 'it("deadline cancel: a day", () => {})'],
    ["a table", 'test.each([1])("deadline cancel: a day", () => {})'],
    ["another variant", 'it.concurrent("deadline cancel: a day", () => {})'],
    ["a case of the pack's rules", 'shows("deadline cancel: a day", [], [])'],
  ])("finds the title of %s", (_what, text) => {
    expect(titles(text)).toEqual(["deadline cancel a day"])
  })

  it.each([
    ["a comment", '// it("deadline cancel: a day", () => {})'],
    ["a test that is left out", 'it.skip("deadline cancel: a day", () => {})'],
    ["a table that is left out", 'it.skip.each([1])("deadline cancel: a day", () => {})'],
    ["any other call", 'expect("deadline cancel: a day")'],
    ["a title of another form", 'it("the deadline cancel: a day", () => {})'],
  ])("does not take %s for one", (_what, text) => {
    expect(titles(text)).toEqual([])
  })
})
