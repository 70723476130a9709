import type { Fact } from "../../src/journey/facts"
import { answered, described, said, seen } from "../fixtures/facts"

/*
 * What somebody has been through, told in days from today, so that it looks the same whenever it is looked at.
 */

/** The civil date `days` from today in the programme's zone; negative for the past. */
function day(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" }).format(Date.now() + days * 86_400_000)
}

const at = (days: number, clock: string) => `${day(days)}T${clock}`

const CARD = { fingerprint: "a".repeat(64), lastFour: "0016" }
const PLATFORM = { site: "pintar", host: "skills.pintar.co" }

const accepted = (days: number) => said(at(days, "08:00"), "accepted", { on: day(days), id: "accepted" })

const ready = (days: number) => [
  accepted(days - 2),
  said(at(days - 1, "20:00"), "videos", { id: "videos" }),
  seen(at(days, "09:12"), "card-number", { values: { card: CARD }, words: "Nomor Kartu Prakerja" }),
  seen(at(days, "09:12"), "balance", { values: { amount: 3_500_000 }, words: "Saldo Pelatihan Rp3.500.000" }),
  seen(at(days, "09:12"), "wallet-connected", {
    values: { provider: "dana" },
    words: "DANA sudah tersambung ke akun Prakerja",
  }),
]

const bought = (days: number, training: string, title: string, more: Parameters<typeof seen>[2] = {}) =>
  seen(at(days, "10:30"), "training-bought", {
    training,
    words: "Kode Redeem",
    ...more,
    particulars: { title, provider: "Lembaga Contoh", boughtOn: day(days), ...more.particulars },
  })

const webinar = (days: number) =>
  bought(days, "t1", "Dasar Pembukuan untuk Usaha Mikro", {
    particulars: {
      mode: "webinar",
      startsAt: at(days + 5, "09:00"),
      endsAt: at(days + 6, "11:00"),
      meetings: [at(days + 5, "09:00"), at(days + 6, "09:00")],
    },
  })

const paid = (days: number, amount: number, ordinal: number, signal: string, words: string) =>
  seen(at(days, "09:00"), signal, { values: { amount, ordinal, date: day(days) }, words })

const reviewOutstanding = (days: number) =>
  seen(at(days, "19:05"), "review-outstanding", {
    training: "t1",
    words: "Beri Ulasan",
    id: "review-outstanding",
  })

const reviewed = (days: number): Fact[] => {
  const outstanding = reviewOutstanding(days - 1)
  return [
    ...ready(days - 20),
    webinar(days - 18),
    outstanding,
    answered(at(days - 1, "19:10"), outstanding, true),
    said(at(days, "08:00"), "review", { training: "t1", on: day(days), id: "reviewed" }),
  ]
}

/** Facts of one participant by what they are at. Nobody is there when there are none. */
export const SEEDS = {
  nobody: [],
  begun: [accepted(-3)],
  "wallet open": [
    accepted(-5),
    said(at(-4, "20:00"), "videos"),
    seen(at(-1, "18:35"), "wallet-not-linked", { words: "Sambungkan Rekening/E-wallet" }),
  ],
  "in the middle": [
    ...ready(-8),
    webinar(-4),
    seen(at(-3, "15:00"), "redeemed", { training: "t1", words: "Redeem Berhasil" }),
    bought(-3, "t2", "Membuat Konten Promosi <b>Penjualan</b> dengan Ponsel: dari Ide sampai Unggahan", {
      particulars: { mode: "self-paced" },
    }),
    seen(at(-2, "11:30"), "learning", {
      ...PLATFORM,
      training: "t3",
      words: "Lanjutkan Belajar",
      particulars: { title: "Konten Promosi Penjualan dengan Ponsel: Ide sampai Unggahan" },
    }),
    described(at(-2, "12:00"), "t1", { title: "Pembukuan Usaha Mikro" }),
    seen(at(-1, "12:00"), "certificate", {
      training: "t1",
      words: "Lihat Sertifikat",
      particulars: { title: "Dasar Pembukuan untuk Usaha Mikro dan Kecil" },
    }),
  ],
  "review outstanding": [...ready(-20), webinar(-18), reviewOutstanding(-1)],
  "payment failed": [
    ...reviewed(-8),
    paid(-6, 600_000, 1, "payment-scheduled", "Dijadwalkan"),
    paid(-4, 600_000, 1, "payment-failed", "Gagal"),
  ],
  "all done": [
    ...reviewed(-90),
    described(at(-90, "08:01"), "t1", { skillsDemoBy: day(-100) }),
    said(at(-80, "08:00"), "incentive", { on: day(-81) }),
    said(at(-50, "08:00"), "survey-1", { on: day(-50) }),
    said(at(-20, "08:00"), "survey-2", { on: day(-20) }),
  ],
  missed: ready(-30),
  flagged: [
    ...ready(-10),
    seen(at(-1, "09:00"), "account-flagged", { words: "Akun kamu terindikasi melakukan kecurangan" }),
  ],
} satisfies Record<string, Fact[]>

export type Seed = keyof typeof SEEDS

/** A backup of somebody who has been through that. */
export function backupOf(seed: Seed, displayName = "Siti Aminah"): string {
  const person = { id: "p1", programme: "prakerja-2024", displayName, wave: 70 }
  return JSON.stringify({
    format: "jejak-backup",
    version: 1,
    exportedAt: new Date().toISOString(),
    participants: [{ ...person, createdAt: `${day(-100)}T00:00:00.000Z` }],
    facts: SEEDS[seed],
  })
}
