
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { keptPainting, nodesOf, type Painted, paintingOf, without } from "./painting"

vi.mock("webextension-polyfill", async () => (await import("../../../tests/fixtures/ownPage")).fakeBrowser())

const painting = (content: unknown) =>
  keptPainting({ stamp: "s", until: 1, offset: -420, language: "id", content })

/** As the browser's storage gives it back. */
const kept = (content: unknown): unknown => JSON.parse(JSON.stringify(content))

describe("a painting", () => {
  beforeEach(openPopup)
  afterEach(closePopup)

  it.each(Object.entries(overviewFixtures))("of %s is the page again, to the letter", async (_, fixture) => {
    await show(fixture)
    const place = document.querySelector("main")?.parentElement as Element
    const again = document.createElement("div")
    again.append(...nodesOf(painting(kept(paintingOf(place)))?.content ?? []))
    expect(again.innerHTML).toBe(place.innerHTML)
    expect(again.textContent).not.toBe("")
  })
})
