import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import id from "../../locales/id/messages.json"
import { said, seen, wib } from "../../tests/fixtures/facts"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import type { Fact } from "../journey/facts"
import { foldJourney } from "../journey/fold"
import { type Preferences, USUAL_PREFERENCES } from "../messages/preferences"
import { programmes } from "../programmes/registry"
import { newKey } from "../sealing/aes"
import { USUAL_COST } from "../sealing/kdf"
import { JejakDatabase, type Participant } from "../storage/database"
import { appendSaid } from "../storage/facts"
import { Locked } from "../storage/locking"
import { saveParticipant, switchParticipant } from "../storage/participants"
import { newDataKey, protectFacts } from "../storage/protection"
import { openJourneys } from "./journeys"
import { onNotificationAnswers } from "./notification-clicks"
import { openNotified, reminderOf, snooze } from "./reminder-answers"
import { type Reminded, reviewReminders } from "./reminders"

interface Shown {
  title: string
  message: string
  buttons?: { title: string }[]
}

const state = vi.hoisted(() => ({
  shown: new Map<string, Shown>(),
  created: [] as string[],
  opened: [] as string[],
  clicked: [] as ((id: string) => void)[],
  pressed: [] as ((id: string, button: number) => void)[],
  fails: false,
  refusesButtons: false,
  words: {} as Record<string, { message: string }>,
}))
vi.mock("webextension-polyfill", () => ({
  default: {
    i18n: { getMessage: (key: string) => state.words[key]?.message ?? "" },
    runtime: {
      getURL: (path: string) => `ours/${path}`,
      getManifest: () => ({ icons: { "48": "icon.png" } }),
    },
    tabs: { create: async ({ url }: { url: string }) => void state.opened.push(url) },
    notifications: {
      create: async (id: string, options: Shown) => {
        if (state.refusesButtons && options.buttons) throw new Error('Property "buttons" is unsupported')
        if (state.fails) throw new Error("no notifications today")
        state.created.push(id)
        state.shown.set(id, options)
      },
      clear: async (id: string) => state.shown.delete(id),
      onClicked: { addListener: (listener: (id: string) => void) => state.clicked.push(listener) },
      onButtonClicked: {
        addListener: (listener: (id: string, button: number) => void) => state.pressed.push(listener),
      },
    },
  },
}))

const [programme] = programmes
if (!programme) throw new Error("no programme")

const accepted = said("2024-07-01T08:00", "accepted", { on: "2024-07-01" })
const linked = said("2024-07-02T08:00", "wallet")
const flagged = seen("2024-07-07T09:00", "account-flagged")

/** As the background does. */
const answerClicks = () =>
  onNotificationAnswers((id, answer) => {
    void openNotified({ use: (work) => work(database) }, id, answer, wib("2024-07-08T08:05"))
  })

const SARI: Participant = {
  id: "p1",
  programme: programme.id,
  displayName: "Sari",
  wave: 70,
  createdAt: "2024-07-01T00:00:00.000Z",
}

/** Sari alone, as she stands by these facts. */
function reminded(now: string, facts: readonly Fact[], preferences: Preferences): Reminded {
  if (!programme) throw new Error("no programme")
  const journey = foldJourney(facts, programme, wib(now))
  return { travellers: [{ id: SARI.id, displayName: "Sari", journey }], preferences, named: false }
}

/** These facts, and no others, lie in the database. */
async function known(facts: readonly Fact[]): Promise<void> {
  await database.facts.clear()
  await database.facts.bulkAdd(
    facts.map((fact, index) => ({ ...fact, id: `k${index}`, participant: SARI.id })),
  )
}

let database: JejakDatabase
let count = 0
beforeEach(async () => {
  count += 1
  database = new JejakDatabase(`reminders-${count}`)
  await saveParticipant(database, SARI, [])
  vi.stubEnv("TZ", "Asia/Jakarta")
  Object.assign(state, {
    created: [],
    opened: [],
    clicked: [],
    pressed: [],
    fails: false,
    refusesButtons: false,
    words: id,
  })
  state.shown.clear()
})

const review = (now: string, facts: readonly Fact[], preferences = USUAL_PREFERENCES) =>
  reviewReminders(database, reminded(now, facts, preferences), wib(now))

describe("the review of reminders", () => {
  it("plans what is ahead, shows it when it is due, once, and tells when it wants to look again", async () => {
    expect(await review("2024-07-01T09:00", [accepted, linked])).toBe(wib("2024-07-08T08:00"))
    expect(state.created).toEqual([])
    expect(await review("2024-07-08T08:00", [accepted, linked])).toBe(wib("2024-07-12T08:00"))
    await review("2024-07-08T08:01", [accepted, linked])
    expect(state.created).toHaveLength(1)
    const [shown] = state.shown.values()
    expect(shown?.title).toBe("Beli pelatihan pertamamu")
    expect(shown?.message).toBe("Paling lambat Sen, 15 Jul 2024, 23.59 WIB, 7 hari lagi.")
    expect(shown?.buttons?.map(({ title }) => title)).toEqual(["Buka", "Nanti"])
  })

  it("goes without buttons where the browser refuses them", async () => {
    state.refusesButtons = true
    await review("2024-07-01T09:00", [accepted, linked])
    await review("2024-07-08T08:00", [accepted, linked])
    expect(state.created).toHaveLength(1)
    expect([...state.shown.values()][0]?.buttons).toBeUndefined()
  })

  it("shows several at once as one, the most pressing first", async () => {
    await review("2024-07-07T09:01", [accepted, flagged])
    await review("2024-07-12T09:00", [accepted, flagged])
    expect(state.created).toHaveLength(1)
    const [shown] = state.shown.values()
    expect(shown?.title).toBe("2 hal menunggu")
    expect(shown?.message.split("\n")).toEqual(["Beli pelatihan pertamamu", "Akunmu ditandai di dashboard"])
    expect(shown?.buttons).toBeUndefined()
    await review("2024-07-12T10:00", [accepted, flagged])
    expect(state.created).toHaveLength(1)
  })

  it("tells that a last moment has passed while the browser was closed, once", async () => {
    await review("2024-07-01T09:00", [accepted, linked])
    await review("2024-07-20T09:00", [accepted, linked])
    await review("2024-07-20T09:05", [accepted, linked])
    expect(state.created).toHaveLength(1)
    const [shown] = state.shown.values()
    expect(shown?.title).toBe("Batas beli pelatihan pertama sudah lewat")
    expect(shown?.message).toContain("Kepesertaan dicabut")
    expect(shown?.message).toContain("tandai selesai")
  })

  it("says nothing of a last moment that passed after it was done", async () => {
    await review("2024-07-01T09:00", [accepted, linked])
    await review("2024-07-20T09:00", [
      accepted,
      linked,
      said("2024-07-10T08:00", "purchase", { training: "t1" }),
    ])
    expect(state.created).toEqual([])
  })

  it("does not show the same thing twice when two look at once", async () => {
    await review("2024-07-01T09:00", [accepted, linked])
    await Promise.all([
      review("2024-07-08T08:00", [accepted, linked]),
      review("2024-07-08T08:00", [accepted, linked]),
      review("2024-07-08T08:00", [accepted, linked]),
    ])
    expect(state.created).toHaveLength(1)
  })

  it("keeps what the browser would not show, and tries again later", async () => {
    await review("2024-07-01T09:00", [accepted, linked])
    state.fails = true
    vi.spyOn(console, "error").mockImplementation(() => undefined)
    expect(await review("2024-07-08T08:00", [accepted, linked])).toBe(wib("2024-07-08T09:00"))
    state.fails = false
    await review("2024-07-08T09:00", [accepted, linked])
    expect(state.created).toHaveLength(1)
  })

  it("forgets what was done in the meantime", async () => {
    await review("2024-07-01T09:00", [accepted, linked])
    const bought = said("2024-07-03T08:00", "purchase", { training: "first" })
    await review("2024-07-08T08:00", [accepted, linked, bought])
    expect(state.created.filter((each) => each.includes("first-purchase"))).toEqual([])
  })

  it("shows nothing that is not wanted, then or later", async () => {
    await review("2024-07-01T09:00", [accepted, linked])
    await review("2024-07-08T08:00", [accepted, linked], { ...USUAL_PREFERENCES, reminders: false })
    await review("2024-07-08T08:10", [accepted, linked])
    expect(state.created).toEqual([])
  })

  it("tells when a code may be tried again", async () => {
    const facts: Fact[] = [
      accepted,
      said("2024-07-02T08:00", "videos"),
      { id: "w1", participant: "p1", at: wib("2024-07-03T10:00"), by: "person", kind: "wrong-codes" },
    ]
    expect(await review("2024-07-03T10:00", facts)).toBe(wib("2024-07-03T11:00"))
    await review("2024-07-03T11:00", facts)
    await review("2024-07-03T11:01", facts)
    expect([...state.shown.values()].map(({ title }) => title)).toEqual(["Kamu boleh mencoba kode OTP lagi"])
    expect(state.created).toHaveLength(1)
  })
})

describe("a reminder that was shown", () => {
  const facts = [accepted, linked]
  const shownId = async () => {
    await review("2024-07-01T09:00", facts)
    await review("2024-07-08T08:00", facts)
    return state.created[0] ?? ""
  }

  it("is put off to where it was asked to, and comes again", async () => {
    const id = await shownId()
    await known(facts)
    const now = wib("2024-07-08T08:05")
    const { snoozes, standing, warning } = await reminderOf(database, id, now)
    expect(standing).toBe(true)
    expect(warning.id).toBe("first-purchase")
    expect(snoozes.map(({ until }) => until)).toEqual(["hour", "evening", "morning"])
    await snooze(database, id, "evening", now)
    expect([...state.shown.keys()]).toEqual([])
    expect(await review("2024-07-08T08:06", facts)).toBe(wib("2024-07-08T18:00"))
    await review("2024-07-08T18:00", facts)
    expect(state.created).toEqual([id, id])
  })

  it("no longer stands once it is done, and is refused when there is none such", async () => {
    const id = await shownId()
    await known([...facts, said("2024-07-08T08:30", "purchase", { training: "first" })])
    const now = wib("2024-07-08T09:00")
    expect(await reminderOf(database, id, now)).toMatchObject({ standing: false, snoozes: [] })
    await expect(snooze(database, id, "hour", now)).rejects.toThrow("not-understood")
    await expect(reminderOf(database, "p1|dance", now)).rejects.toThrow("not-understood")
  })

  it("is not put off beyond its last moment", async () => {
    const id = await shownId()
    await known(facts)
    await expect(snooze(database, id, "hour", wib("2024-07-15T23:30"))).rejects.toThrow("not-understood")
  })

  it("opens its page, or what it is about, by a click", async () => {
    const id = await shownId()
    await known(facts)
    answerClicks()
    state.clicked[0]?.(id)
    await vi.waitFor(() => expect(state.opened).toHaveLength(1))
    expect(state.opened[0]).toBe(`ours/tabs/reminder.html?id=${encodeURIComponent(id)}`)
    state.pressed[0]?.(id, 1)
    await vi.waitFor(() => expect(state.opened).toHaveLength(2))
    expect(state.opened[1]).toBe(state.opened[0])
    state.pressed[0]?.(id, 0)
    await vi.waitFor(() => expect(state.opened).toHaveLength(3))
    expect(state.opened[2]).toBe(overviewFixtures.fresh.overview.links.dashboard)
    state.clicked[0]?.(`summary|${id}`)
    await vi.waitFor(() => expect(state.opened[3]).toBe("ours/popup.html"))
  })
})

describe("with several people on this browser", () => {
  const BUDI: Participant = { ...SARI, id: "p2", displayName: "Budi", createdAt: "2024-07-02T00:00:00.000Z" }
  const facts = [accepted, linked]
  /** Both were accepted on the same day; Sari is looked at. */
  beforeEach(async () => {
    for (const person of [BUDI, SARI])
      await saveParticipant(
        database,
        person,
        facts.map((fact) => ({ ...fact, id: `${person.id}.${fact.id}`, participant: person.id })),
      )
    await switchParticipant(database, SARI.id)
  })
  const reviewAll = async (now: string) => {
    const travellers = await openJourneys(database, wib(now))
    return reviewReminders(database, { travellers, preferences: USUAL_PREFERENCES, named: true }, wib(now))
  }
  const protect = async (id: string) => {
    const key = await newDataKey("k1")
    database.keys.set(id, key)
    const kdf = { ...USUAL_COST, salt: `${"A".repeat(22)}==` }
    await protectFacts(database, id, key, { kdf, key: newKey() })
  }
  const shownIds = async () => {
    await reviewAll("2024-07-01T09:00")
    await reviewAll("2024-07-08T08:00")
    return ["p1|", "p2|"].map((prefix) => state.created.find((id) => id.startsWith(prefix)) ?? "")
  }

  it("reminds everybody of their own, and says whose it is before all else", async () => {
    await shownIds()
    expect([...state.shown.values()].map(({ title }) => title)).toEqual([
      "Sari: Beli pelatihan pertamamu",
      "Budi: Beli pelatihan pertamamu",
    ])
  })

  it("wakes at the soonest of all", async () => {
    const next = await reviewAll("2024-07-01T09:00")
    await appendSaid(database, {
      ...said("2024-07-01T09:00", "purchase", { training: "t1" }),
      id: "bought",
      participant: "p1",
    })
    expect(next).toBe(wib("2024-07-08T08:00"))
    expect(await reviewAll("2024-07-01T09:01")).toBe(wib("2024-07-08T08:00"))
    const alone = reminded("2024-07-01T09:02", [accepted, linked], USUAL_PREFERENCES)
    expect(
      await reviewReminders(database, { ...alone, travellers: [] }, wib("2024-07-01T09:02")),
    ).toBeUndefined()
  })

  it("is silent about whoever is locked, and goes on where it was once they are not", async () => {
    await reviewAll("2024-07-01T09:00")
    await protect("p2")
    const key = database.keys.get("p2")
    database.keys.delete("p2")
    await reviewAll("2024-07-08T08:00")
    expect(state.created).toHaveLength(1)
    expect(state.created[0]).toMatch(/^p1\|/)
    const [budis] = (await database.reminders.toArray()).filter(({ participant }) => participant === "p2")
    expect(budis).toMatchObject({ id: "p2|", state: "sealed" })
    await expect(reminderOf(database, "p2|first-purchase|x", wib("2024-07-08T08:01"))).rejects.toThrow(Locked)
    if (key) database.keys.set("p2", key)
    await reviewAll("2024-07-08T09:00")
    await reviewAll("2024-07-08T09:01")
    expect(state.created).toHaveLength(2)
    expect(state.created[1]).toMatch(/^p2\|/)
  })

  it("goes on with those who can be reminded when somebody's facts cannot be read", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined)
    await reviewAll("2024-07-01T09:00")
    await protect("p1")
    const sealed = (await database.facts.toArray()).find(({ participant }) => participant === "p1")
    if (!sealed || !("sealed" in sealed)) throw new Error("is not sealed")
    await database.facts.put({ ...sealed, sealed: { ...sealed.sealed, iv: "A".repeat(16) } } as never)
    await reviewAll("2024-07-08T08:00")
    expect(state.created.map((id) => id.slice(0, 2))).toEqual(["p2"])
  })

  it("answers for the one whose it is, whoever is looked at", async () => {
    const [, budis = ""] = await shownIds()
    const now = wib("2024-07-08T08:05")
    const view = await reminderOf(database, budis, now)
    expect(view.participant).toMatchObject({ id: "p2", displayName: "Budi", announcedOn: "2024-07-01" })
    await snooze(database, budis, "evening", now)
    expect(await reminderOf(database, budis, now)).toMatchObject({ snoozedUntil: wib("2024-07-08T18:00") })
    expect([...state.shown.keys()]).toEqual([expect.stringMatching(/^p1\|/)])
  })

  it("opens the reminder's own page where a site would be read for somebody else", async () => {
    const [saris = "", budis = ""] = await shownIds()
    state.pressed.length = 0
    state.clicked.length = 0
    answerClicks()
    state.pressed[0]?.(budis, 0)
    await vi.waitFor(() => expect(state.opened).toHaveLength(1))
    state.clicked[0]?.(`summary|${budis}`)
    await vi.waitFor(() => expect(state.opened).toHaveLength(2))
    for (const address of state.opened)
      expect(address).toBe(`ours/tabs/reminder.html?id=${encodeURIComponent(budis)}`)
    state.pressed[0]?.(saris, 0)
    await vi.waitFor(() => expect(state.opened).toHaveLength(3))
    expect(state.opened[2]).toBe(overviewFixtures.fresh.overview.links.dashboard)
  })
})
