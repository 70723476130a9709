import { expect, it } from "vitest"
import {
  answered,
  described,
  notMine,
  rejected,
  retracted,
  said,
  same,
  seen,
  split,
} from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Fact } from "./facts"
import { historyOf } from "./history"

const programme = programmes[0] as (typeof programmes)[number]
const TITLE = "Dasar Pembukuan"
const history = (...facts: Fact[]) => historyOf(facts, programme)
const entryOf = (fact: Fact, ...facts: Fact[]) => history(...facts).entries.find(({ id }) => id === fact.id)

const announced = said("2024-07-01", "accepted", { on: "2024-07-01" })
const listed = seen("2024-07-03", "training-bought", { training: "t", particulars: { title: TITLE } })
const certificate = seen("2024-07-20", "certificate", { training: "t", particulars: { title: TITLE } })

it("tells every fact once, newest first, with what it says of which steps", () => {
  const { entries, trainings } = history(certificate, announced, listed, listed)
  expect(entries.map(({ id }) => id)).toEqual([certificate.id, listed.id, announced.id])
  expect(entries[1]).toMatchObject({
    by: "page",
    kind: "seen",
    training: "t",
    title: TITLE,
    site: "Dashboard Prakerja",
    siteKey: "dashboard",
    words: "training-bought",
    steps: [{ step: "purchase", state: "done" }],
    standing: "counts",
    can: ["reject", "correct"],
  })
  expect(trainings).toEqual([
    { id: "t", title: TITLE, sites: [{ key: "dashboard", name: "Dashboard Prakerja" }] },
  ])
})

it("tells what waits, what was refused, and what takes the answer back", () => {
  expect(entryOf(certificate, listed, certificate)).toMatchObject({
    standing: "waiting",
    can: ["confirm", "reject", "correct"],
  })
  const no = answered("2024-07-21", certificate, false)
  expect(entryOf(certificate, listed, certificate, no)).toMatchObject({
    standing: "refused",
    can: ["undo"],
    undo: no.id,
  })
  const yes = answered("2024-07-21", certificate, true)
  expect(entryOf(certificate, listed, certificate, yes)).toMatchObject({
    standing: "counts",
    can: ["reject", "undo", "correct"],
    undo: yes.id,
  })
  expect(entryOf(yes, listed, certificate, yes)).toMatchObject({
    kind: "answer",
    yes: true,
    about: certificate.id,
    training: "t",
    title: TITLE,
    can: ["undo"],
  })
})

it("tells what was rejected with what brings it back, and an answer to it as gone with it", () => {
  const yes = answered("2024-07-21", certificate, true)
  const wrong = rejected("2024-07-22", certificate)
  expect(entryOf(certificate, listed, certificate, yes, wrong)).toMatchObject({
    standing: "rejected",
    can: ["undo"],
    undo: wrong.id,
  })
  expect(entryOf(yes, listed, certificate, yes, wrong)).toMatchObject({ standing: "rejected" })
  expect(entryOf(wrong, listed, certificate, yes, wrong)).toMatchObject({
    kind: "reject",
    about: certificate.id,
    training: "t",
    undo: wrong.id,
  })
})

it("keeps telling what the person took back, and offers nothing for it", () => {
  const ticked = said("2024-07-04", "redeem", { training: "t", on: "2024-07-04" })
  const back = retracted("2024-07-05", ticked)
  expect(entryOf(ticked, listed, ticked)).toMatchObject({ on: "2024-07-04", can: ["undo", "correct"] })
  expect(entryOf(ticked, listed, ticked, back)).toMatchObject({ standing: "taken-back", can: [] })
  expect(entryOf(back, listed, ticked, back)).toMatchObject({ kind: "retract", about: ticked.id, can: [] })
})

it("tells what is hidden with its training, and how to have it back", () => {
  const away = notMine("2024-07-21", "t")
  expect(entryOf(listed, listed, away)).toMatchObject({
    standing: "hidden",
    can: [],
    steps: [{ step: "purchase", state: "done" }],
  })
  expect(entryOf(away, listed, away)).toMatchObject({ standing: "counts", undo: away.id, training: "t" })
})

it("tells every fact under the training that now stands for it", () => {
  const other = seen("2024-07-04", "learning", {
    site: "pintar",
    host: "skills.pintar.co",
    training: "p",
    particulars: { title: "Pembukuan Dasar" },
  })
  const yes = same("2024-07-05", "p", "t")
  expect(entryOf(other, listed, other, yes)).toMatchObject({ training: "t", title: TITLE })
  expect(entryOf(yes, listed, other, yes)).toMatchObject({
    training: "t",
    other: { training: "p", title: "Pembukuan Dasar" },
    yes: true,
  })
  const apart = split("2024-07-06", "t", "s", { sites: ["pintar"] })
  const { trainings } = history(listed, other, yes, apart)
  expect(trainings.map(({ id, sites }) => [id, sites.map(({ key }) => key)])).toEqual([
    ["t", ["dashboard"]],
    ["s", ["pintar"]],
  ])
  expect(entryOf(apart, listed, other, yes, apart)).toMatchObject({
    training: "t",
    other: { training: "s", title: "Pembukuan Dasar" },
    can: ["undo"],
  })
})

it("offers to correct a description, and tells its particulars", () => {
  const word = described("2024-07-04", "t", { startsAt: "2024-07-10" })
  expect(entryOf(word, listed, word)).toMatchObject({
    particulars: { startsAt: "2024-07-10" },
    can: ["undo", "correct"],
  })
})
