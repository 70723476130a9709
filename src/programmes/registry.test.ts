import { describe, expect, it } from "vitest"
import { programmes, siteOfAddress } from "./registry"
import { programmeSchema } from "./schema"

describe.each(programmes.map((programme) => [programme.id, programme] as const))("pack %s", (_id, pack) => {
  it("refuses an unknown key and a malformed rule", () => {
    expect(programmeSchema.safeParse({ ...pack, extra: 1 }).success).toBe(false)
    expect(programmeSchema.safeParse({ ...pack, checkedOn: "yesterday" }).success).toBe(false)
  })

  it("names only steps, deadlines, links and contacts that it has", () => {
    const steps = pack.steps.map(({ id }) => id)
    const deadlines = pack.deadlines.map(({ id }) => id)
    const contacts = pack.contacts.map(({ id }) => id)
    for (const step of pack.steps) {
      expect(steps).toEqual(expect.arrayContaining(step.after))
      if (step.link) expect(Object.keys(pack.links)).toContain(step.link)
    }
    for (const rule of pack.deadlines) expect(steps).toEqual(expect.arrayContaining(rule.steps))
    for (const rule of pack.warnings) {
      expect(deadlines).toEqual(expect.arrayContaining(rule.deadlines ?? []))
      expect(contacts).toEqual(expect.arrayContaining(rule.contacts ?? []))
      if (rule.link) expect(Object.keys(pack.links)).toContain(rule.link)
    }
    for (const wallet of pack.wallets) expect(contacts).toContain(wallet.contact)
  })

  it("names only prerequisites and signals that it has, each failure's words being what its signal reads", () => {
    const points = pack.prerequisites.map(({ id }) => id)
    const signals = pack.sites.flatMap((site) => site.signals)
    for (const rule of pack.warnings) expect(points).toEqual(expect.arrayContaining(rule.causes ?? []))
    for (const failure of pack.linkingFailures) {
      expect(points).toEqual(expect.arrayContaining(failure.prerequisites))
      const words = signals.filter(({ id }) => id === failure.signal).flatMap((signal) => signal.words)
      expect(words).toEqual([failure.label.toLowerCase()])
    }
  })

  it("uses each id once", () => {
    for (const ids of [
      pack.steps.map(({ id }) => id),
      pack.deadlines.map(({ id }) => id),
      pack.contacts.map(({ id }) => id),
      pack.sites.map(({ id }) => id),
      ...pack.sites.map(({ signals }) => signals.map(({ id }) => id)),
    ])
      expect(new Set(ids).size).toBe(ids.length)
  })

  it("gives every wallet of a site a name and every amount a step", () => {
    const wallets = pack.wallets.map(({ id }) => id)
    for (const site of pack.sites)
      expect(wallets).toEqual(expect.arrayContaining(Object.keys(site.providers)))
    const most = pack.money.payments.reduce((sum, { amount, steps }) => sum + amount * steps.length, 0)
    expect(most).toBe(pack.money.most)
  })
})

describe("siteOfAddress", () => {
  it("knows a described host over https only, whole and without a port", () => {
    expect(siteOfAddress("https://dashboard.prakerja.go.id/insentif")?.site.id).toBe("dashboard")
    for (const url of [
      "http://dashboard.prakerja.go.id/",
      "https://dashboard.prakerja.go.id:8443/",
      "https://dashboard.prakerja.go.id.evil.example/",
      "https://xdashboard.prakerja.go.id/",
      "https://www.prakerja.go.id/",
      "not an address",
    ])
      expect(siteOfAddress(url)).toBeUndefined()
  })
})
