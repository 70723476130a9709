import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { fakePermissions } from "../../tests/fixtures/permissions"
import { patternsOf } from "../programmes/patterns"
import { programmes } from "../programmes/registry"
import type { Site } from "../programmes/schema-sites"
import { JejakDatabase } from "../storage/database"
import { appendSaid } from "../storage/facts"
import { saveParticipant } from "../storage/participants"
import { readableSite } from "./readable-site"
import { healthOf, missingAccessOf, siteWarnings } from "./site-health"
import { chooseSite, leaveSite, registerReaders, watchHost } from "./sites"
import "./rest"

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock("webextension-polyfill", () => ({ default: fake.browser }))

const NOW = "2024-03-01T05:00:00.000Z"
const [programme] = programmes
if (!programme) throw new Error("no programme")
const home = programme.sites.find(({ access }) => access === "install")
if (!home) throw new Error("no home")
const PLATFORM: Site = {
  ...home,
  id: "platform",
  name: "Platform",
  access: "optional",
  hosts: ["a.platform.example", "b.platform.example"],
}
const CATALOGUED = { ...PLATFORM, home: "https://a.platform.example/saya" }
const OFFICIAL: Site = { ...home, id: "official", access: "never", hosts: ["only.official.example"] }
programme.sites.push(CATALOGUED, OFFICIAL)

const LEARNING = "kelas.belajar.example"
const WATCHED = `host:${LEARNING}`
const person = {
  id: "p1",
  programme: programme.id,
  displayName: "Sari",
  wave: 70,
  createdAt: "2024-07-01T00:00:00.000Z",
}

let database: JejakDatabase
let world: ReturnType<typeof fakePermissions>
let count = 0
beforeEach(async () => {
  count += 1
  database = new JejakDatabase(`sites-${count}`)
  world = fakePermissions()
  Object.assign(fake.browser, world.browser)
  await saveParticipant(database, person, [])
})

const grant = (...patterns: string[]) => {
  for (const pattern of patterns) world.granted.add(pattern)
  return registerReaders(database)
}
const choose = async () => {
  await chooseSite(database, "platform")
  await grant(...patternsOf(PLATFORM))
}
const watch = async (host = LEARNING, training?: string) =>
  watchHost(database, programme, { host, participant: "p1", training })
const watchGranted = async () => {
  await watch()
  await grant(...patternsOf({ hosts: [LEARNING] }))
}
const health = async (site: string) =>
  (await healthOf(database, programme, person, NOW)).find((each) => each.site === site)
const addTraining = () =>
  appendSaid(database, {
    id: "f1",
    participant: "p1",
    at: "2024-07-02T00:00:00.000Z",
    by: "person",
    kind: "training",
    training: "t1",
    particulars: { title: "Barista" },
  })
const idsOf = () => [...world.scripts.keys()].sort()

describe("a site may be read", () => {
  const readable = async (url: string) => (await readableSite(database, url))?.health

  it("from the install on, or once it was chosen and granted", async () => {
    expect(await readable(home.home)).toBe(home.id)
    expect(await readable("https://a.platform.example/")).toBeUndefined()
    await chooseSite(database, "platform")
    expect(await readable("https://a.platform.example/")).toBeUndefined()
    await grant(...patternsOf(PLATFORM))
    expect(await readable("https://a.platform.example/x?y")).toBe("platform")
  })

  it("no longer, once its access was taken back: a page that was open holds our script", async () => {
    await choose()
    await watchGranted()
    expect(await readable(`https://${LEARNING}/kursus`)).toBe(WATCHED)
    world.granted.clear()
    expect(await readable("https://a.platform.example/x")).toBeUndefined()
    expect(await readable(`https://${LEARNING}/kursus`)).toBeUndefined()
  })

  it("and tells where progress is to be seen", async () => {
    await choose()
    await watchGranted()
    const expected = async (url: string) => (await readableSite(database, url))?.hasProgress
    expect(await expected("https://a.platform.example/saya/1")).toBe(true)
    expect(await expected("https://a.platform.example/katalog")).toBe(false)
    expect(await expected(`https://${LEARNING}/katalog`)).toBe(true)
    expect(await expected(`${home.home}apa-saja`)).toBe(true)
  })

  it("as a watched host, for whoever watches it, with the training that was picked", async () => {
    await addTraining()
    await watch(LEARNING, "t1")
    expect(await readable(`https://${LEARNING}/`)).toBeUndefined()
    await grant(`https://${LEARNING}/*`)
    expect(await readableSite(database, `https://${LEARNING}/kursus`)).toMatchObject({
      health: WATCHED,
      training: "t1",
      site: { id: programme.watching.id, hosts: [LEARNING] },
    })
    await saveParticipant(database, { ...person, id: "p2" }, [])
    expect(await readable(`https://${LEARNING}/`)).toBeUndefined()
  })

  it.each([
    "http://kelas.belajar.example/",
    "https://kelas.belajar.example:8443/",
    "https://lain.kelas.belajar.example/",
    "https://only.official.example/",
    "about:blank",
    "",
  ])("never as %s", async (url) => {
    await watchGranted()
    await choose()
    expect(await readable(url)).toBeUndefined()
  })
})

describe("a wish", () => {
  it.each(["official", home.id, "nowhere", WATCHED])("for %s as a platform is refused", async (id) => {
    await expect(chooseSite(database, id)).rejects.toMatchObject({ failure: "not-understood" })
  })

  it.each([
    home.hosts[0] ?? "",
    "a.platform.example",
    "only.official.example",
    "www.prakerja.go.id",
    "prakerja.vip",
    "127.0.0.1",
    "localhost",
    "kelas.belajar.example/x",
    "KELAS.belajar.example",
    "a.example b.example",
  ])("to watch %s is refused", async (host) => {
    await expect(watch(host)).rejects.toMatchObject({ failure: "not-allowed" })
    expect(await database.chosen.count()).toBe(0)
  })

  it("to watch for somebody else's training is refused", async () => {
    await expect(watch(LEARNING, "t9")).rejects.toMatchObject({ failure: "not-understood" })
  })

  it("that was never granted is none, and is forgotten at the next start", async () => {
    await chooseSite(database, "platform")
    await watch()
    await registerReaders(database)
    expect(world.scripts.size).toBe(0)
    expect(await health("platform")).toMatchObject({ chosen: false, access: false })
    expect(await health(WATCHED)).toBeUndefined()
    expect(missingAccessOf(await healthOf(database, programme, person, NOW))).not.toContain(
      `https://${LEARNING}/*`,
    )
    await registerReaders(database, true)
    expect(await database.chosen.count()).toBe(0)
  })

  it("stays granted when another training is picked", async () => {
    await watchGranted()
    await addTraining()
    await watch(LEARNING, "t1")
    expect(await health(WATCHED)).toMatchObject({ chosen: true, access: true, training: "t1" })
    await watch(LEARNING)
    expect((await health(WATCHED))?.training).toBeUndefined()
  })
})

describe("the readers", () => {
  it("are registered once each, in the top frame, for what is chosen and granted", async () => {
    await choose()
    await watchGranted()
    expect(idsOf()).toEqual([WATCHED, "platform"])
    expect(world.scripts.get("platform")).toEqual({
      id: "platform",
      js: ["reader.js"],
      matches: patternsOf(PLATFORM),
      allFrames: false,
      runAt: "document_idle",
      persistAcrossSessions: true,
    })
    const before = world.calls.length
    await registerReaders(database)
    expect(world.calls.slice(before)).toEqual([])
  })

  it("survive two starts at once", async () => {
    await chooseSite(database, "platform")
    for (const pattern of patternsOf(PLATFORM)) world.granted.add(pattern)
    await Promise.all([registerReaders(database), registerReaders(database), registerReaders(database)])
    expect(world.calls).toEqual(["register platform"])
  })

  it("come back after an update has dropped them, and replace those of another version", async () => {
    await choose()
    world.scripts.clear()
    await registerReaders(database)
    expect(idsOf()).toEqual(["platform"])
    world.scripts.set("platform", { id: "platform", js: ["old.js"], matches: patternsOf(PLATFORM) })
    world.scripts.set("gone", { id: "gone", js: ["reader.js"], matches: [] })
    await registerReaders(database)
    expect(world.scripts.get("platform")?.js).toEqual(["reader.js"])
    expect(idsOf()).toEqual(["platform"])
  })

  it("go with what was taken back, and run where only a part was", async () => {
    await choose()
    const [a = "", b = ""] = patternsOf(PLATFORM)
    world.granted.delete(a)
    await registerReaders(database)
    expect(world.scripts.get("platform")?.matches).toEqual([b])
    world.granted.delete(b)
    await registerReaders(database)
    expect(idsOf()).toEqual([])
  })

  it("go on after a failure", async () => {
    vi.spyOn(world.browser.scripting, "getRegisteredContentScripts").mockRejectedValueOnce(new Error("busy"))
    await expect(registerReaders(database)).rejects.toThrow("busy")
    await choose()
    expect(idsOf()).toEqual(["platform"])
  })
})

describe("access that was taken back", () => {
  it("warning access-missing: said once for each site, asked for exactly, and over once it is given", async () => {
    await choose()
    await watchGranted()
    world.granted.clear()
    world.granted.add(`https://${home.hosts[0]}/*`)
    await registerReaders(database)
    const sites = await healthOf(database, programme, person, NOW)
    expect(missingAccessOf(sites)).toEqual([...patternsOf(PLATFORM), `https://${LEARNING}/*`])
    expect(siteWarnings(sites, programme)).toEqual([
      expect.objectContaining({
        id: "access-missing",
        severity: "soon",
        values: { site: "Platform", id: "platform" },
      }),
      expect.objectContaining({
        id: "access-missing",
        severity: "soon",
        values: { site: LEARNING, id: WATCHED },
      }),
    ])
    await grant(...patternsOf(PLATFORM), `https://${LEARNING}/*`)
    expect(siteWarnings(await healthOf(database, programme, person, NOW), programme)).toEqual([])
  })

  it("warning access-missing: urgent for the site that everything hangs on", async () => {
    const warnings = siteWarnings(await healthOf(database, programme, person, NOW), programme)
    expect(warnings).toEqual([expect.objectContaining({ id: "access-missing", severity: "urgent" })])
  })
})

describe("leaving a site", () => {
  it("gives the access back and forgets it", async () => {
    await choose()
    await watchGranted()
    await database.sites.put({ site: WATCHED, lastRead: "2024-07-02T00:00:00.000Z" })
    await leaveSite(database, WATCHED)
    expect(idsOf()).toEqual(["platform"])
    expect(world.granted.has(`https://${LEARNING}/*`)).toBe(false)
    expect(await database.sites.get(WATCHED)).toBeUndefined()
    expect(await health(WATCHED)).toBeUndefined()
    await leaveSite(database, "platform")
    expect(await health("platform")).toMatchObject({ chosen: false, access: false })
    expect(world.granted.size).toBe(0)
  })

  it("gives back what was granted for a wish that came to nothing", async () => {
    world.granted.add(`https://${LEARNING}/*`)
    await leaveSite(database, WATCHED)
    expect(world.granted.size).toBe(0)
  })

  it.each([home.id, "official", "nowhere", `host:${home.hosts[0]}`, "host:*", "host:", "host:a.example/*"])(
    "is refused for %s",
    async (id) => {
      await expect(leaveSite(database, id)).rejects.toMatchObject({ failure: "not-understood" })
      expect(world.calls).toEqual([])
    },
  )
})

describe("how a site is getting on", () => {
  it("is told of the home, of every platform and of watched hosts, with what is read there", async () => {
    await watchGranted()
    await database.sites.put({ site: WATCHED, lastRead: "2024-07-02T00:00:00.000Z" })
    const sites = await healthOf(database, programme, person, NOW)
    expect(sites.filter(({ site }) => ["official", "gone"].includes(site))).toEqual([])
    expect(await health(home.id)).toMatchObject({ kind: "home", chosen: true })
    expect((await health(home.id))?.reads).toEqual(
      expect.arrayContaining(["wallet", "incentive", "survey-2"]),
    )
    expect(await health("platform")).toMatchObject({ kind: "platform", chosen: false })
    expect(await health(WATCHED)).toMatchObject({
      kind: "watched",
      host: LEARNING,
      lastRead: "2024-07-02T00:00:00.000Z",
    })
  })

  it("warning site-unreadable: when a day goes by on a chosen site without anything understood, never on a watched one", async () => {
    await choose()
    await watchGranted()
    world.granted.add(`https://${home.hosts[0]}/*`)
    await database.sites.bulkPut([
      { site: "platform", lastRead: "2024-07-02T00:00:00.000Z", unreadSince: "2024-07-02T05:00:00.000Z" },
      { site: WATCHED, unreadSince: "2024-07-02T00:00:00.000Z" },
    ])
    const warned = async () => siteWarnings(await healthOf(database, programme, person, NOW), programme)
    expect(await warned()).toEqual([])
    await database.sites.update("platform", { unreadSince: "2024-07-03T05:00:00.000Z" })
    expect(await warned()).toEqual([
      expect.objectContaining({
        id: "site-unreadable",
        severity: "info",
        values: { site: "Platform", id: "platform" },
      }),
    ])
  })
})

describe("a watched training", () => {
  it("goes by the name that it has now, when it turned out to be another", async () => {
    await addTraining()
    await watch(LEARNING, "t1")
    await grant(`https://${LEARNING}/*`)
    const at = "2024-07-03T00:00:00.000Z"
    const same = { kind: "same" as const, training: "t1", as: "t2", yes: true }
    await appendSaid(database, { id: "f2", participant: "p1", at, by: "person", ...same })
    expect(await health(WATCHED)).toMatchObject({ training: "t2" })
  })
})
