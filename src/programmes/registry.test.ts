import { describe, expect, it } from "vitest"
import { readPack } from "./pack"
import { packFaults, programmes, readingRules, siteOfAddress, watchedSite } from "./registry"
import type { Claim, Site, Watching } from "./schema-sites"

/** All that a training platform can know of: the rest is the programme's own, and is told by its dashboard alone. */
const KNOWN_TO_PLATFORMS: Claim["step"][] = ["purchase", "redeem", "attend"]
/** Of a site that the person chose, and whose every claim is asked, the tests as well. */
const KNOWN_TO_ANY: Claim["step"][] = ["redeem", "attend", "post-test", "skills-demo"]

const claimsOf = ({ signals }: Site | Watching) => signals.flatMap(({ claims }) => claims)

it("every pack can be used whole", () => {
  expect(packFaults).toEqual([])
  expect(programmes).toHaveLength(1)
})

describe.each(programmes.map((programme) => [programme.id, programme] as const))("pack %s", (_id, pack) => {
  it("refuses an unknown key and a malformed rule", () => {
    expect(readPack({ ...pack, extra: 1 }).programme).toBeUndefined()
    expect(readPack({ ...pack, checkedOn: "yesterday" }).programme).toBeUndefined()
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

describe.each(programmes.map((programme) => [programme.id, programme] as const))(
  "the sites of %s",
  (_id, pack) => {
    const platforms = pack.sites.filter(({ access }) => access === "optional")
    const described = [...pack.sites, pack.watching]

    it("are platforms besides the one that is asked for at install", () => {
      expect(pack.sites.filter(({ access }) => access === "install").map(({ id }) => id)).toEqual([
        "dashboard",
      ])
      expect(platforms.length).toBeGreaterThan(0)
    })

    it.each(platforms.map((site) => [site.id, site] as const))(
      "%s claims nothing that only the dashboard knows",
      (_site, site) => {
        const steps = claimsOf(site).map(({ step }) => step)
        expect(steps.filter((step) => !KNOWN_TO_PLATFORMS.includes(step))).toEqual([])
        expect(site.signals.filter(({ scope }) => scope !== "training")).toEqual([])
      },
    )

    it.each(platforms.map((site) => [site.id, site] as const))(
      "%s believes strong words of its redeem alone, and only on a training's card",
      (_site, site) => {
        for (const { strength, claims, needs, alone } of site.signals) {
          const mayBeStrong =
            claims.every(({ step }) => step === "redeem") && needs?.includes("title") && !alone
          if (!mayBeStrong)
            expect([strength, ...claims.map((claim) => claim.strength)]).not.toContain("strong")
        }
      },
    )

    it("have whom to ask, and official hosts that no other site has", () => {
      const contacts = pack.contacts.map(({ id }) => id)
      for (const { contact } of platforms) expect(contacts).toContain(contact)
      const hosts = pack.sites.flatMap((site) => site.hosts)
      expect(new Set(hosts).size).toBe(hosts.length)
      const official = (host: string) =>
        pack.hosts.official.includes(host) || pack.hosts.officialSuffixes.some((end) => host.endsWith(end))
      expect(hosts.filter((host) => !official(host))).toEqual([])
      for (const { home, hosts: own } of pack.sites) expect(own).toContain(new URL(home).hostname)
    })

    it("only propose what a site shows that the person chose", () => {
      const { signals } = pack.watching
      expect(signals.filter(({ scope }) => scope !== "training")).toEqual([])
      expect(signals.filter(({ strength }) => strength !== "weak")).toEqual([])
      const claims = claimsOf(pack.watching)
      expect(
        claims.filter(({ step, strength }) => !KNOWN_TO_ANY.includes(step) || strength === "strong"),
      ).toEqual([])
    })

    it("name only signals that they have, and each for a word or an address", () => {
      for (const { signals } of described) {
        const ids = signals.map(({ id }) => id)
        expect(ids).toEqual(expect.arrayContaining(signals.flatMap(({ unless = [] }) => unless)))
        for (const { where, words, address, alone, needs, scope } of signals) {
          expect(where.includes("address")).toBe(address !== undefined)
          if (address) expect(words).toEqual([])
          if (alone) expect([scope, needs ?? []]).toEqual(["training", []])
        }
      }
    })

    it("take a platform's words from where they were seen, and assume none", () => {
      const sources = platforms.flatMap(({ source, signals }) => [
        source,
        ...signals.map((one) => one.source),
      ])
      expect(sources.filter(({ of }) => !["faq", "news", "screens"].includes(of))).toEqual([])
    })

    it("are found again by the id that a fact keeps", () => {
      for (const { id } of described) expect(readingRules(pack, id)?.id).toBe(id)
      expect(readingRules(pack, "unknown")).toBeUndefined()
      const site = watchedSite(pack, "kelas.example")
      expect(site).toMatchObject({ id: pack.watching.id, hosts: ["kelas.example"], access: "optional" })
      expect(site).not.toHaveProperty("never")
    })

    it("are never watched where people log in, pay or write", () => {
      const { hosts, labels } = pack.watching.never
      for (const host of [
        "accounts.google.com",
        "klikbca.com",
        "dana.id",
        "ovo.id",
        "account.kemnaker.go.id",
      ])
        expect(hosts).toContain(host)
      for (const label of ["login", "auth", "sso", "account", "ibank"]) expect(labels).toContain(label)
      expect(labels.filter((label) => label.length < 3)).toEqual([])
    })
  },
)

describe("siteOfAddress", () => {
  it("knows the platforms", () => {
    expect(siteOfAddress("https://skills.pintar.co/id/prakerja")?.site.id).toBe("pintar")
    expect(siteOfAddress("https://www.sekolah.mu/x")?.site.id).toBe("karier")
    expect(siteOfAddress("https://account.kemnaker.go.id/")).toBeUndefined()
  })

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
