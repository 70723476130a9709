import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { Notes, TITLE } from "../../tests/fixtures/two-sites"
import { historyOf } from "../journey/history"
import type { Journey } from "../journey/journey"
import { programmes } from "../programmes/registry"
import { Refusal } from "./refusal"

const programme = programmes[0] as (typeof programmes)[number]

let notes: Notes
beforeEach(async () => {
  notes = await Notes.begin()
})

const read = (id: string, ...seen: [signal: string, title: string][]) =>
  notes.read(
    id,
    seen.map(([signal, title]) => ({ signal, words: signal, title })),
  )
const facts = () => notes.facts()
const journey = () => notes.journey()
const changes = () => notes.changes
const stateOf = ({ trainings }: Journey, step: string) =>
  trainings.flatMap(({ steps }) => steps).find(({ id }) => id === step)?.state
const entries = async () => historyOf(await facts(), programme).entries
const factOf = async (words: string) => (await entries()).find((entry) => entry.words === words)?.id ?? ""
const reject = (fact: string) => changes().reject({ type: "reject", participant: notes.participant, fact })
const retract = (fact: string) => changes().retract({ type: "retract", participant: notes.participant, fact })
const split = (training: string, of: { facts?: string[]; sites?: string[] }) =>
  changes().splitTraining({
    type: "split-training",
    participant: notes.participant,
    training,
    facts: of.facts ?? [],
    sites: of.sites ?? [],
  })

describe("a page's fact called wrong", () => {
  it("stays away however often the page is read, is asked about after something else, and comes back by undo", async () => {
    const page: [string, string][] = [
      ["training-bought", TITLE],
      ["redeemed", TITLE],
    ]
    await read("dashboard", ...page)
    expect(stateOf(await journey(), "redeem")).toBe("done")
    const fact = await factOf("redeemed")
    await reject(fact)
    await reject(fact)
    expect((await entries()).filter(({ kind }) => kind === "reject")).toHaveLength(1)
    expect(await read("dashboard", ...page)).toBe(0)
    expect(stateOf(await journey(), "redeem")).toBe("open")
    await read("pintar", ["redeem-pending", TITLE])
    expect(await read("dashboard", ...page)).toBe(1)
    expect(stateOf(await journey(), "redeem")).toBe("proposed")
    const undo = (await entries()).find(({ id }) => id === fact)?.undo ?? ""
    await retract(undo)
    expect((await entries()).find(({ id }) => id === fact)?.standing).toBe("counts")
  })

  it("is not the person's own word, nor nobody's", async () => {
    await expect(reject("nothing")).rejects.toThrow(Refusal)
    const own = (await facts())[0]?.id ?? ""
    await expect(reject(own)).rejects.toThrow(Refusal)
  })
})

describe("a training that is two", () => {
  const ids = async () => (await journey()).trainings.map(({ id, seenOn }) => [id, seenOn.length])

  it("stays two however often its sites are read, and is one again by undo", async () => {
    await read("dashboard", ["training-bought", TITLE])
    await read("pintar", ["learning", TITLE])
    const [[training = ""] = []] = (await ids()) as [string, number][]
    expect(await ids()).toEqual([[training, 2]])
    const before = await journey()
    await split(training, { sites: ["pintar"] })
    expect(await ids()).toHaveLength(2)
    expect(await read("pintar", ["learning", TITLE])).toBe(0)
    expect(await read("dashboard", ["training-bought", TITLE])).toBe(0)
    expect(await read("pintar", ["finished", TITLE])).toBe(1)
    expect(await ids()).toHaveLength(2)
    const [judged] = (await journey()).trainings.flatMap((each) => each.judged)
    expect(judged).toMatchObject({ same: false, title: TITLE })
    await retract(judged?.fact ?? "")
    expect(await ids()).toEqual([[training, 2]])
    expect((await journey()).trainings[0]?.title).toBe(before.trainings[0]?.title)
  })

  it("is refused where nothing would be taken, or nothing left", async () => {
    await read("dashboard", ["training-bought", TITLE])
    const training = (await journey()).trainings[0]?.id ?? ""
    for (const of of [{}, { sites: ["pintar"] }, { sites: ["dashboard"] }, { facts: ["nothing"] }])
      await expect(split(training, of)).rejects.toThrow(Refusal)
    await expect(split("nothing", { sites: ["dashboard"] })).rejects.toThrow(Refusal)
  })
})
