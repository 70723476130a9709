import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { Notes, TITLE } from "../../tests/fixtures/two-sites"
import type { OwnMessage } from "../messages/messages"
import { Refusal } from "./refusal"

const OTHER = "Dasar Pembukuan bagi Usaha Mikro"

let notes: Notes
beforeEach(async () => {
  notes = await Notes.begin()
})

const read = (id: string, signal: string, ...titles: string[]) =>
  notes.read(
    id,
    titles.map((title) => ({ signal, words: "Kode Redeem", title })),
  )
const journey = () => notes.journey()
const changes = () => notes.changes
const saySame = (message: Omit<Extract<OwnMessage, { type: "say-same" }>, "type" | "participant">) =>
  changes().saySame({ type: "say-same", participant: notes.participant, ...message })
const notMine = (training: string) =>
  changes().notMine({ type: "not-mine", participant: notes.participant, training })

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
    await changes().retract({ type: "retract", participant: notes.participant, fact: hidden?.fact ?? "" })
    expect((await journey()).trainings).toEqual(before)
  })
})
