import "fake-indexeddb/auto"
import { notePageRead } from "../../src/background/read-page"
import { programmes } from "../../src/programmes/registry"
import type { Observation } from "../../src/reader/observation"
import { backupText } from "../../src/storage/backup"
import { readContent } from "../../src/storage/backup-content"
import { JejakDatabase } from "../../src/storage/database"
import { saveParticipant } from "../../src/storage/participants"

/* A programme's year as one participant's pages show it, noted by the real code into a database in memory. */

/** What a visit to a site shows, so many days into the year. */
interface Visit {
  day: number
  site: "dashboard" | "pintar"
  shown: Observation[]
}

const DAY = 86_400_000
const TRAININGS = 5
/** Days from one training's purchase to the next one's. */
const APART = 20
const BALANCE = 3_500_000
const PRICE = 650_000

const said = (signal: string, words: string, more: Partial<Observation> = {}): Observation => ({
  signal,
  words,
  place: { kind: "badge" },
  ...more,
})

/** The stages of one training's card, by the days since it was bought. */
function cardOf(year: number, n: number, age: number): Observation[] {
  const training = {
    title: `Pelatihan Karangan ${n + 1} tahun ${year}`,
    provider: "Lembaga Karangan",
    boughtOn: `${year}-03-01`,
  }
  const stages: [from: number, signal: string, words: string][] = [
    [0, "training-bought", "Kode Redeem"],
    [0, "training-listed", "Lihat Detail"],
    [3, "redeemed", "Redeem Berhasil"],
    [12, "certificate", "Lihat Sertifikat"],
    [12, "review-outstanding", "Beri Ulasan"],
  ]
  return stages
    .filter(([from, signal]) => age >= from && !(signal === "review-outstanding" && age > 14))
    .map(([, signal, words]) => said(signal, words, { training }))
}

/** The incentive and two surveys' pay, each through its states. */
function paymentsAt(year: number, day: number): Observation[] {
  const begun = [35, 75, 110]
  return begun.flatMap((from, index) => {
    const age = day - from
    if (age < 0) return []
    const [signal, words] =
      age < 2
        ? ["payment-waiting", "Menunggu Diproses"]
        : age < 5
          ? ["payment-scheduled", "Dijadwalkan"]
          : ["payment-received", "Berhasil"]
    const values = { amount: index ? 50_000 : 600_000, ordinal: index || 1, date: `${year}-06-0${index + 1}` }
    return [said(signal ?? "", words ?? "", { values })]
  })
}

/**
 * A busy participant: the dashboard every second day for four months and once a week for the rest, the platform every day of a training, where
 * each lesson moves a bar.
 */
function visits(year: number): Visit[] {
  return Array.from({ length: 365 }, (_, day) => day).flatMap((day): Visit[] => {
    const current = Math.min(TRAININGS - 1, Math.floor(day / APART))
    const bought = Array.from({ length: current + 1 }, (_, n) => n)
    const balance = BALANCE - bought.length * PRICE
    const dashboard: Visit = {
      day,
      site: "dashboard",
      shown: [
        day < 2
          ? said("wallet-not-linked", "Sambungkan Rekening/E-wallet")
          : said("wallet-connected", "DANA sudah tersambung ke akun Prakerja", {
              values: { provider: "dana" },
            }),
        said("balance", "Saldo Pelatihan", { values: { amount: Math.max(0, balance) } }),
        ...bought.flatMap((n) => cardOf(year, n, day - n * APART)),
        ...paymentsAt(year, day),
        ...(day > 64
          ? [said("survey-open", `Isi Survei ${day > 95 ? 2 : 1}`, { values: { n: day > 95 ? 2 : 1 } })]
          : []),
      ],
    }
    const age = day - current * APART
    const title = `Pelatihan Karangan ${current + 1} tahun ${year}`
    const percent = Math.min(100, age * 8)
    const platform: Visit = {
      day,
      site: "pintar",
      shown: [
        percent < 100
          ? said("learning", `Completion ${percent}%`, { training: { title } })
          : said("finished", "Selesai", { training: { title } }),
      ],
    }
    const isBusy = day < 120
    return [...(day % (isBusy ? 2 : 7) === 0 ? [dashboard] : []), ...(isBusy && age < 14 ? [platform] : [])]
  })
}

/** What lies in the browser after so many years. */
export interface Lifetime {
  years: number
  reads: number
  facts: number
  /** Of the facts as JSON. */
  bytes: number
  /** Of a whole backup's text. */
  backup: number
}

/** @returns the state at the end of each year */
export async function lifetimeOf(years: number): Promise<Lifetime[]> {
  const [programme] = programmes
  if (!programme) throw new Error("no programme")
  const database = new JejakDatabase()
  const participant = "p1"
  const person = {
    id: participant,
    programme: programme.id,
    displayName: "Peserta Karangan",
    wave: 70,
    createdAt: "2024-01-01T00:00:00.000Z",
  }
  await saveParticipant(database, person, [])
  let ids = 0
  let reads = 0
  const states: Lifetime[] = []
  for (let year = 0; year < years; year += 1) {
    const start = Date.parse(`${2024 + year}-02-01T02:00:00.000Z`)
    for (const { day, site: id, shown } of visits(2024 + year)) {
      const site = programme.sites.find((each) => each.id === id)
      if (!site) throw new Error(`no site ${id}`)
      reads += 1
      const message = { type: "page-read", read: `read-${reads}`, kind: "read", observations: shown } as const
      const from = { programme, site, health: id, hasProgress: true, host: site.hosts[0] ?? "" }
      const newId = () => {
        ids += 1
        return `id-${ids}`
      }
      const now = new Date(start + day * DAY + reads).toISOString()
      await notePageRead(database, { ...message, observations: [...shown] }, from, {
        whose: ({ current }) => current,
        now,
        newId,
      })
    }
    const facts = await database.facts.toArray()
    const text = await backupText(await readContent(database), {
      exportedAt: new Date(start).toISOString(),
      jejak: "0.0.0",
    })
    states.push({
      years: year + 1,
      reads,
      facts: facts.length,
      bytes: Buffer.byteLength(JSON.stringify(facts)),
      backup: Buffer.byteLength(text),
    })
  }
  database.close()
  return states
}
