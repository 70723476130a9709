// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { practicePage, practicePages, practiceSites, readPractice } from "../../tests/fixtures/practice-pages"
import { grow } from "../../tests/practice-site/app/from-shape.js"
import { readPage } from "./read-page"
import { shapeOfPage } from "./shape-of-page"

const signals = (r: ReturnType<typeof readPage>) => [...new Set(r.observations.map((o) => o.signal))].sort()

describe("practice pages", () => {
  it.each(practiceSites().flatMap((site) => practicePages(site).map((name) => [site, name] as const)))(
    "%s %s",
    (site, name) => {
      const reading = readPractice(site, name)
      const { url, site: d } = practicePage(site, name)
      const shape = shapeOfPage(document, url, d)
      if (!shape) return expect(reading.kind).toBe("silent")
      grow(document, { ...shape, jejak: "0" })
      const again = readPage(document, url, d)
      if (process.env.SHOW === `${site}/${name}`) console.log(JSON.stringify(shape.tree, null, 1))
      expect([again.kind, ...signals(again)]).toEqual([reading.kind, ...signals(reading)])
      expect(shapeOfPage(document, url, d)).toEqual(shape)
    },
  )
})
