import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readPack } from "./pack"
import { programmes, watchedSite } from "./registry"
import { isWatchableHost } from "./watchable"

const [pack] = programmes
if (!pack) throw new Error("no pack")
const indices = pack.sites.map((_, index) => index)

/** What can stand in the place of something else. */
const anything = fc.oneof(fc.anything(), fc.constantFrom(null, undefined, 7, "x", [], {}))

describe("a pack of which one site's description is broken", () => {
  it("is used without it: every other site, step and deadline is as it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...indices), fc.nat(), anything, (broken, nth, value) => {
        const sites = pack.sites.map((site, index): unknown => {
          if (index !== broken) return site
          const keys = Object.keys(site)
          return { ...site, [keys[nth % keys.length] ?? "id"]: value }
        })
        const { programme, faults } = readPack({ ...pack, sites })
        const others = (list: readonly { id: string }[]) =>
          list.filter(({ id }) => id !== pack.sites[broken]?.id)
        expect(programme && { ...programme, sites: [] }).toEqual({ ...pack, sites: [] })
        const own = others(pack.sites)
        // What has another's id is none of its own.
        const left = others(programme?.sites ?? []).filter(({ id }) => own.some((site) => site.id === id))
        expect(left).toEqual(own)
        for (const { site } of faults) expect(own.map(({ id }) => id)).not.toContain(site)
      }),
      { numRuns: 100 },
    )
  })

  it.each(pack.sites)("knows $id still as an official one, and does not read it", (site) => {
    const broken = { ...site, signals: 7 }
    const { programme, faults } = readPack({
      ...pack,
      sites: pack.sites.map((each) => (each === site ? broken : each)),
    })
    expect(faults).toMatchObject([{ site: site.id }])
    const left = programme?.sites.find(({ id }) => id === site.id)
    expect(left).toMatchObject({ name: site.name, hosts: site.hosts, access: "never", signals: [] })
  })

  it("does not take a second description for a site that it has", () => {
    const [first] = pack.sites
    const { programme, faults } = readPack({ ...pack, sites: [...pack.sites, { ...first, name: "Another" }] })
    expect(programme?.sites).toEqual(pack.sites)
    expect(faults).toMatchObject([{ site: first?.id }])
  })

  it("lets no host be watched when it does not say how, nor where not", () => {
    const { programme, faults } = readPack({ ...pack, watching: { ...pack.watching, never: 7 } })
    expect(faults).toMatchObject([{ site: "watched" }])
    expect(programme && { ...programme, watching: undefined }).toEqual({ ...pack, watching: undefined })
    expect(isWatchableHost(pack, "kelas.karsa.example")).toBe(true)
    expect(programme && isWatchableHost(programme, "kelas.karsa.example")).toBe(false)
    expect(programme && watchedSite(programme, "kelas.karsa.example").signals).toEqual([])
  })

  it("says so when its own rules are broken", () => {
    const { programme, faults } = readPack({ ...pack, steps: 7 })
    expect(programme).toBeUndefined()
    expect(faults).toHaveLength(1)
    expect(faults[0]?.site).toBeUndefined()
  })
})
