import { describe, expect, it } from "vitest"
import { described, notMine, said, same, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Fact, Particulars } from "./facts"
import type { Card } from "./identify"
import { newFacts } from "./novelty"
import { subjectsOf } from "./subjects"

const programme = programmes[0] as (typeof programmes)[number]

const HOSTS: Record<string, string> = {
  dashboard: "dashboard.prakerja.go.id",
  pintar: "skills.pintar.co",
  karier: "app.karier.mu",
  tokopedia: "www.tokopedia.com",
  watched: "belajar.example",
}
const TITLE = "Dasar Pembukuan untuk Usaha Mikro"
const OTHER = "Dasar Pembukuan bagi Usaha Mikro"
const FAR = "Merawat Pendingin Ruangan"

/** The ids that one read's cards get; a new one is "new-1" and so on. */
function read(site: string, facts: Fact[], things: (string | Card)[], picked?: string, at = "2024-07-10") {
  let count = 0
  const drafts = things.map((thing) =>
    typeof thing === "string"
      ? { signal: thing, words: thing }
      : { signal: site === "dashboard" ? "training-bought" : "learning", words: "Kode Redeem", card: thing },
  )
  const newId = () => {
    count += 1
    return `new-${count}`
  }
  return subjectsOf(drafts, facts, programme, { site, host: HOSTS[site] ?? "", picked, at: wib(at), newId })
}
const on = (site: string, at: string, training: string, title: string, more: Particulars = {}) =>
  seen(at, site === "dashboard" ? "training-bought" : "learning", {
    site,
    host: HOSTS[site] ?? "",
    training,
    particulars: { title, ...more },
  })
const card = (title: string, more: Omit<Card, "title"> = {}) => ({ title, ...more })

describe("the cards of one read", () => {
  const home = on("dashboard", "2024-07-03", "home", TITLE)

  it("are one training's for one title, and new for any other, on the site that shows both", () => {
    expect(read("dashboard", [home], [card(TITLE), card(` ${TITLE.toUpperCase()}`), card(OTHER)])).toEqual([
      "home",
      "home",
      "new-1",
    ])
    expect(read("dashboard", [], [card(TITLE, { provider: "A" }), card(TITLE, { provider: "B" })])).toEqual([
      "new-1",
      "new-2",
    ])
  })

  it("are the training of another site that they surely are, and else new, so that it can be asked", () => {
    expect(read("pintar", [home], [card(`${TITLE}!`)])).toEqual(["home"])
    expect(read("pintar", [home], [card(OTHER)])).toEqual(["new-1"])
    expect(read("dashboard", [on("pintar", "2024-07-03", "p", TITLE)], [card(TITLE)])).toEqual(["p"])
  })

  it("go to the likeliest first, whatever their order, and one training takes one name of a site", () => {
    const [exact, slip] = [card(TITLE), card("Dasar Pembukuaan untuk Usaha Mikro")]
    expect(read("pintar", [home], [slip, exact])).toEqual(["new-1", "home"])
    expect(read("pintar", [home, on("pintar", "2024-07-04", "home", slip.title)], [exact, slip])).toEqual([
      "new-1",
      "home",
    ])
  })

  it("are neither's of two that they are equally like", () => {
    const twins = [
      on("dashboard", "2024-07-03", "a", TITLE, { provider: "A" }),
      on("dashboard", "2024-07-03", "b", TITLE, { provider: "B" }),
    ]
    expect(read("pintar", twins, [card(TITLE)])).toEqual(["new-1"])
    expect(read("pintar", twins, [card(TITLE, { provider: "B" })])).toEqual(["b"])
  })

  it("are found again by the name that their own site uses, also after a yes", () => {
    const facts = [home, on("pintar", "2024-07-04", "p", OTHER), same("2024-07-05", "p", "home")]
    expect(read("pintar", facts, [card(OTHER)])).toEqual(["home"])
    const again = on("pintar", "2024-07-10", "home", OTHER)
    expect(newFacts(facts, [again], programme)).toEqual([])
  })

  it("stay away once they were put away, but not when the programme's own site shows them", () => {
    const facts = [on("pintar", "2024-07-04", "p", TITLE), notMine("2024-07-05", "p")]
    expect(read("pintar", facts, [card(TITLE)])).toEqual(["p"])
    expect(newFacts(facts, [on("pintar", "2024-07-10", "p", TITLE)], programme)).toEqual([])
    expect(read("dashboard", facts, [card(TITLE)])).toEqual(["new-1"])
  })

  it("give a training that was only ticked its title; on a platform only if there is no other", () => {
    const ticked = said("2024-07-02", "purchase", { training: "first" })
    expect(read("dashboard", [ticked], [card(TITLE), card(FAR)])).toEqual(["first", "new-1"])
    expect(read("pintar", [ticked], [card(TITLE)])).toEqual(["first"])
    expect(read("pintar", [ticked], [card(TITLE), card(FAR)])).toEqual(["new-1", "new-2"])
  })
})

describe("a site that is watched for a training", () => {
  const facts = [on("dashboard", "2024-07-03", "home", TITLE), on("dashboard", "2024-07-03", "far", FAR)]

  it("speaks of that one, but for a title that is clearly another's", () => {
    expect(read("watched", facts, [card(OTHER), "redeemed", card("Menjahit")], "home")).toEqual([
      "home",
      "home",
      "new-1",
    ])
    expect(read("watched", facts, [card(`${TITLE} 2`), card(`${TITLE} 1`)], "home")).toEqual(["home", "home"])
    expect(read("watched", facts, [card(FAR)], "home")).toEqual(["far"])
  })

  it("keeps to it under the name that it was given since", () => {
    const merged = [...facts, on("pintar", "2024-07-04", "p", OTHER), same("2024-07-05", "p", "home")]
    expect(read("watched", merged, ["redeemed"], "p")).toEqual(["home"])
  })

  it("starts one of its own if none was picked, and finds it again", () => {
    expect(read("watched", facts, ["redeemed", "learning"])).toEqual(["new-1", "new-1"])
    const started = seen("2024-07-04", "redeemed", {
      site: "watched",
      host: "belajar.example",
      training: "w",
    })
    expect(read("watched", [...facts, started], ["learning"])).toEqual(["w"])
    expect(read("watched", facts, ["redeemed", card("Menjahit")])).toEqual(["new-1", "new-1"])
  })
})

describe("words outside any card", () => {
  const bought = on("dashboard", "2024-07-03", "a", TITLE)
  const second = on("dashboard", "2024-07-04", "b", FAR)

  it("of a purchase are the place's that waits for one", () => {
    expect(read("tokopedia", [], ["purchase-confirmed"])).toEqual(["first"])
    expect(
      read("tokopedia", [said("2024-07-02", "purchase", { training: "first" })], ["purchase-confirmed"]),
    ).toEqual(["first"])
    expect(read("tokopedia", [bought, second], ["purchase-confirmed"])).toEqual(["next-2"])
    const added = described("2024-07-04", "hand", { title: "Menjahit" })
    expect(read("tokopedia", [bought, added], ["purchase-confirmed"])).toEqual(["hand"])
    expect(
      read("tokopedia", [bought, on("pintar", "2024-07-05", "p", "Menjahit")], ["purchase-confirmed"]),
    ).toEqual(["next-1"])
    expect(
      read("pintar", [bought, on("pintar", "2024-07-05", "p", "Menjahit")], ["purchase-confirmed"]),
    ).toEqual(["p"])
  })

  it("are taken up by the dashboard's card when it comes", () => {
    const confirmed = seen("2024-07-02", "purchase-confirmed", { site: "tokopedia", training: "first" })
    expect(read("dashboard", [confirmed], [card(TITLE)])).toEqual(["first"])
    const next = seen("2024-07-06", "purchase-confirmed", { site: "tokopedia", training: "next-1" })
    expect(read("dashboard", [bought, next], [card(TITLE), card(FAR)])).toEqual(["a", "next-1"])
  })

  it("of another step are the training's on which that is not done", () => {
    const redeemed = seen("2024-07-05", "redeemed", { training: "a" })
    expect(read("pintar", [bought, second], ["redeem-told"])).toEqual(["a"])
    expect(read("pintar", [bought, second, redeemed], ["redeem-told"])).toEqual(["b"])
    expect(read("pintar", [bought, second, on("pintar", "2024-07-06", "b", FAR)], ["redeem-told"])).toEqual([
      "b",
    ])
    expect(read("karier", [], ["face-failed"])).toEqual(["first"])
  })

  it("seen again within a day are the same training's, whatever happened to it since", () => {
    const told = seen("2024-07-09T15:00", "redeem-told", { site: "pintar", training: "a" })
    const redeemed = seen("2024-07-09T16:00", "redeemed", { training: "a" })
    expect(read("pintar", [bought, second, told, redeemed], ["redeem-told"])).toEqual(["a"])
    expect(
      read("pintar", [bought, second, told, redeemed], ["redeem-told"], undefined, "2024-07-11"),
    ).toEqual(["b"])
  })

  it("of the person's own steps are no training's", () => {
    expect(read("dashboard", [bought], ["balance"])).toEqual([undefined])
  })
})
