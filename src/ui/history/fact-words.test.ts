import { beforeEach, describe, expect, it, vi } from "vitest"
import { answered, described, notMine, retracted, said, same, seen } from "../../../tests/fixtures/facts"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { type Fact, factSchema } from "../../journey/facts"
import { type History, type HistoryEntry, historyOf } from "../../journey/history"
import { programmes } from "../../programmes/registry"
import { factWords, particularLines, standingWords } from "./fact-words"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))
beforeEach(resetOwnPage)

const programme = programmes[0] as (typeof programmes)[number]
const wallets = programme.wallets.map(({ id, name, kind, contact }) => ({ id, name, kind, contact }))
const common = { participant: "p1", by: "person" } as const

const bought = seen("2024-07-05", "training-bought", {
  training: "t1",
  id: "bought",
  words: "Kode Redeem",
  particulars: { title: "Barista", mode: "webinar" },
})
const other = seen("2024-07-06", "learning", {
  site: "pintar",
  host: "skills.pintar.co",
  training: "t2",
  id: "other",
  words: "Lanjutkan Belajar",
  particulars: { title: "Membuat Kopi" },
})
const certificate = seen("2024-07-24", "certificate", {
  training: "t1",
  id: "certificate",
  words: "Lihat Sertifikat",
})
const marked = said("2024-07-25", "review", { training: "t1", on: "2024-07-24", id: "marked" })
const rejected = (fact: Fact): Fact => ({
  ...common,
  id: "rejected",
  at: "2024-07-26T01:00:00.000Z",
  kind: "reject",
  fact: fact.id,
})
const split: Fact = {
  ...common,
  id: "split",
  at: "2024-07-27T01:00:00.000Z",
  kind: "split",
  training: "t1",
  into: "t9",
  facts: ["certificate"],
  sites: [],
}
const check: Fact = {
  ...common,
  id: "check",
  at: "2024-07-02T01:00:00.000Z",
  kind: "check",
  prerequisite: "same-nik",
  provider: "dana",
  met: true,
}

function told(facts: readonly Fact[]): { words: Map<string, string>; history: History } {
  const history = historyOf(facts, programme)
  const byId = new Map(history.entries.map((entry) => [entry.id, entry]))
  const words = history.entries.map((entry): [string, string] => [
    entry.id,
    factWords(entry, byId.get(entry.about ?? ""), wallets).replace(/[\u2068\u2069]/g, ""),
  ])
  return { words: new Map(words), history }
}
const wordsOf = (fact: Fact, ...before: Fact[]) => told([...before, fact]).words.get(fact.id)

describe("what is told of each kind of fact", () => {
  const yes = { ...answered("2024-07-25", certificate, true), id: "yes" }
  const no = { ...answered("2024-07-25", certificate, false), id: "no" }
  const undone = { ...retracted("2024-07-28", marked), id: "undone" }
  const joined = { ...same("2024-07-26", "t2", "t1"), id: "joined" }
  const apart = { ...same("2024-07-26", "t2", "t1", false), id: "apart" }
  const stranger = { ...notMine("2024-07-26", "t2"), id: "stranger" }
  const particulars = { ...described("2024-07-26", "t1", { provider: "Lembaga" }), id: "particulars" }
  const codes: Fact = { ...common, id: "codes", at: "2024-07-02T01:00:00.000Z", kind: "wrong-codes" }

  it.each<[string, Fact, Fact[], string]>([
    ["a page's step", bought, [], "Beli pelatihan: selesai"],
    ["a page's amount", seen("2024-07-03", "balance", { values: { amount: 3_500_000 } }), [], "Rp3.500.000"],
    [
      "a payment",
      seen("2024-07-26", "payment-scheduled", { values: { amount: 600_000 } }),
      [],
      "dijadwalkan",
    ],
    ["a step said", said("2024-07-02", "videos"), [], "Kamu menandai “Tonton tiga video” selesai"],
    ["a step said with its day", marked, [bought], "selesai pada Rab, 24 Jul 2024"],
    ["a step said open", said("2024-07-02", "videos", { state: "open" }), [], "belum selesai"],
    [
      "a yes",
      yes,
      [bought, certificate],
      "Kamu menjawab ya: Sertifikat muncul di dashboard: selesai (“Lihat Sertifikat”)",
    ],
    ["a no", no, [bought, certificate], "Kamu menjawab tidak: "],
    [
      "a rejection",
      rejected(bought),
      [bought],
      "Kamu menandai salah: Beli pelatihan: selesai (“Kode Redeem”)",
    ],
    [
      "something taken back",
      undone,
      [bought, marked],
      "Kamu mengurungkan: Kamu menandai “Beri ulasan di dashboard” selesai",
    ],
    ["particulars", particulars, [bought], "Kamu mengisi rincian Barista"],
    ["a merge", joined, [bought, other], "Kamu menggabungkan Barista dengan Membuat Kopi"],
    ["a no to a merge", apart, [bought, other], "bukan"],
    ["a split", split, [bought, certificate], "Kamu memisahkan pelatihan lain dari Barista"],
    [
      "none of the programme's",
      stranger,
      [bought, other],
      "Kamu bilang Membuat Kopi bukan pelatihan programmu",
    ],
    ["a check", check, [], "Kamu memeriksa: NIK di DANA sama"],
    ["wrong codes", codes, [], "kode OTP yang salah"],
  ])("%s", (_, fact, before, words) => {
    expect(factSchema.safeParse(fact).success).toBe(true)
    expect(wordsOf(fact, ...before)).toContain(words)
  })

  it("knows every kind of fact there is", () => {
    const kinds = factSchema.def.options.map(({ shape }) =>
      "kind" in shape ? shape.kind.def.values[0] : "seen",
    )
    const tested = [
      bought,
      yes,
      marked,
      particulars,
      undone,
      joined,
      stranger,
      check,
      codes,
      rejected(bought),
      split,
    ]
    expect(new Set(tested.map((fact) => (fact.by === "page" ? "seen" : fact.kind)))).toEqual(new Set(kinds))
  })
})

describe("what else is told", () => {
  it("has words for every standing, each its own", () => {
    const standings = ["counts", "waiting", "refused", "rejected", "taken-back", "hidden"] as const
    const words = standings.map((standing) => standingWords(standing as HistoryEntry["standing"]))
    expect(new Set(words).size).toBe(standings.length)
    expect(words).not.toContain("")
  })

  it("tells particulars line by line", () => {
    const lines = particularLines(
      { title: "Barista", mode: "webinar", startsAt: "2024-07-10T09:00", meetings: ["2024-07-10T09:00"] },
      { zone: "Asia/Jakarta", zoneLabel: "WIB" },
    )
    expect(lines.map(({ value }) => value)).toEqual([
      "Barista",
      "Webinar",
      "Rab, 10 Jul 2024, 09.00 WIB",
      "Rab, 10 Jul 2024, 09.00 WIB",
    ])
  })
})
