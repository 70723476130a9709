import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { foldJourney } from "../journey/fold"
import type { OwnMessage } from "../messages/messages"
import { programmes } from "../programmes/registry"
import { JejakDatabase } from "../storage/database"
import { factsOf } from "../storage/facts"
import { currentParticipant } from "../storage/participants"
import { changesTo } from "./change"
import { notePageRead } from "./read-page"
import { Refusal } from "./refusal"

const programme = programmes[0] as (typeof programmes)[number]
const TITLE = "Dasar Pembukuan untuk Usaha Mikro"
const OTHER = "Dasar Pembukuan bagi Usaha Mikro"

let database: JejakDatabase
let count = 0
let time = 0
let participant = ""
const now = () => {
  time += 1000
  return new Date(Date.parse("2024-07-01T01:00:00Z") + time).toISOString()
}
const newId = () => {
  count += 1
  return `id-${count}`
}
const changes = () => changesTo(database, { now, newId })
beforeEach(async () => {
  count += 1
  database = new JejakDatabase(`same-${count}`)
  await changes().addParticipant({
    type: "add-participant",
    displayName: "Sari",
    wave: 70,
    announcedOn: "2024-07-01",
  })
  participant = (await currentParticipant(database))?.id ?? ""
})

const read = (id: string, signal: string, ...titles: string[]) => {
  const site = programme.sites.find((each) => each.id === id)
  if (!site) throw new Error(`no site ${id}`)
  const observations = titles.map((title) => ({
    signal,
    words: "Kode Redeem",
    training: { title },
    place: { kind: "badge" as const },
  }))
  return notePageRead(
    database,
    { type: "page-read", read: newId(), kind: "read", observations },
    { programme, site, health: id, hasProgress: true, host: site.hosts[0] as string },
    { participant, now: now(), newId },
  )
}
const journey = async () => foldJourney(await factsOf(database, participant), programme, now())
const saySame = (message: Omit<Extract<OwnMessage, { type: "say-same" }>, "type" | "participant">) =>
  changes().saySame({ type: "say-same", participant, ...message })
const notMine = (training: string) => changes().notMine({ type: "not-mine", participant, training })

describe("a training on two sites", () => {
  it("is asked about once, and after a yes nothing of it is new or asked again", async () => {
    await read("dashboard", "training-bought", TITLE)
    expect(await read("pintar", "learning", OTHER)).toBe(1)
    const [question] = (await journey()).questions
    if (!question) throw new Error("nothing asked")
    await saySame({ training: question.training, as: question.as.training, yes: true })
    expect(await read("pintar", "learning", OTHER)).toBe(0)
    expect(await read("dashboard", "training-bought", TITLE)).toBe(0)
    expect(await journey()).toMatchObject({ questions: [], trainings: [{ title: TITLE }] })
    await expect(
      saySame({ training: question.training, as: question.as.training, yes: true }),
    ).rejects.toThrow(Refusal)
  })

  it("cannot be one with itself, with nothing, or with one that was put away", async () => {
    await read("dashboard", "training-bought", TITLE)
    await read("pintar", "learning", OTHER)
    const [home, other] = (await journey()).trainings.map(({ id }) => id) as [string, string]
    for (const [training, as] of [
      [home, home],
      [home, "nothing"],
      ["nothing", home],
    ] as const)
      await expect(saySame({ training, as, yes: true })).rejects.toThrow(Refusal)
    await expect(notMine("nothing")).rejects.toThrow(Refusal)
    await notMine(other)
    await expect(notMine(other)).rejects.toThrow(Refusal)
    await expect(saySame({ training: other, as: home, yes: true })).rejects.toThrow(Refusal)
    expect((await journey()).trainings.map(({ id }) => id)).toEqual([home])
  })

  it("that was put away is not noted again, and comes back as it was", async () => {
    await read("pintar", "learning", OTHER)
    const before = (await journey()).trainings
    await notMine(before.at(-1)?.id ?? "")
    expect(await read("pintar", "learning", OTHER)).toBe(0)
    const [hidden] = (await journey()).hidden
    await changes().retract({ type: "retract", participant, fact: hidden?.fact ?? "" })
    expect((await journey()).trainings).toEqual(before)
  })
})
