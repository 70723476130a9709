// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { closePopup, openPopup, showFolded } from "../../../tests/fixtures/popup"
import { pictureOf } from "./painter"
import { paintingOf } from "./painting"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

describe("a picture", () => {
  beforeEach(openPopup)
  afterEach(closePopup)

  it.each(Object.entries(overviewFixtures))("of %s is what the popup shows", async (_, fixture) => {
    await showFolded(fixture)
    const place = document.querySelector("main")?.parentElement as Element
    const lines = (x: unknown) => JSON.stringify(x, null, 1).split("\n")
    const [a, b] = [lines(paintingOf(place)), lines(pictureOf(fixture.overview))]
    const at = a.findIndex((l, i) => l !== b[i])
    expect(at < 0 ? [] : [a.slice(at - 3, at + 5), b.slice(at - 3, at + 5)]).toEqual([])
    expect(b.length).toBe(a.length)
  })
})
