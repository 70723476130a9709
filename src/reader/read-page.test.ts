// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { readingOf, saidBy } from "../../tests/fixtures/reading"

const card = (title: string, rest: string) => `
  <article><h3>${title}</h3><p>LP: Maju Bersama</p><p>Jadwal: 1 Maret 2024, 09.00 - 11.00 WIB</p>
  <p>Webinar</p>${rest}</article>`

describe("a dashboard", () => {
  it("tells what was accepted, linked and left", () => {
    const page = `<main><h1>Dashboard</h1>
      <section><h2>Nomor Kartu Prakerja</h2><p>1234 5678 9012 3456</p></section>
      <section><h2>Saldo Pelatihan</h2><p>Rp3.500.000</p></section>
      <section><h2>Rekening/E-wallet</h2><div><span>GoPay</span><button>Ubah</button></div></section></main>`
    expect(saidBy(page)).toEqual([
      'card-number {"card":"1234567890123456"}',
      'balance {"amount":3500000}',
      'wallet-changeable {"provider":"gopay"}',
    ])
  })

  it("reads each training by itself", () => {
    const page = `<main><h2>Pelatihan Saya</h2><div>
      ${card("Menjadi Barista", "<span>Redeem Berhasil</span><button>Beri Ulasan</button>")}
      ${card("Belajar Excel", "<span>Kode Redeem</span><span>ABC-123</span><a href='#'>Lihat Sertifikat</a>")}
      </div></main>`
    const { kind, observations } = readingOf(page)
    expect(kind).toBe("read")
    expect(observations.map(({ signal, training }) => [signal, training?.title])).toEqual([
      ["redeemed", "Menjadi Barista"],
      ["review-outstanding", "Menjadi Barista"],
      ["training-bought", "Belajar Excel"],
      ["certificate", "Belajar Excel"],
    ])
    expect(observations[0]?.training).toEqual({
      title: "Menjadi Barista",
      provider: "Maju Bersama",
      mode: "webinar",
      startsAt: "2024-03-01T09:00",
      endsAt: "2024-03-01T11:00",
    })
    expect(observations[1]?.place).toEqual({ kind: "control", section: "Pelatihan Saya" })
  })

  it("reads payments row by row, oldest first", () => {
    const row = (what: string, amount: string, state: string, date: string) =>
      `<tr><td>${what}</td><td>${amount}</td><td><span>${state}</span></td><td>${date}</td></tr>`
    const page = `<main><h2>Insentif</h2><table><thead><tr><th>Jenis</th><th>Nominal</th><th>Status</th><th>Tanggal</th></tr></thead>
      <tbody>${row("Survei", "Rp50.000", "Dijadwalkan", "5 Mei 2024")}${row("Survei", "Rp 50.000", "Berhasil", "1 April 2024")}
      ${row("Mencari kerja", "Rp600.000", "Berhasil", "7 Mar 2024")}</tbody></table></main>`
    expect(saidBy(page)).toEqual([
      'payment-scheduled {"amount":50000,"ordinal":2,"date":"2024-05-05"}',
      'payment-received {"amount":50000,"ordinal":1,"date":"2024-04-01"}',
      'payment-received {"amount":600000,"ordinal":1,"date":"2024-03-07"}',
    ])
  })

  it("reads announcements and warnings", () => {
    const page = `<main><div role="alert"><p>Akun kamu terindikasi melakukan kecurangan.</p></div>
      <p>Survei 2 evaluasi kamu akan muncul di dashboard dalam waktu 14 hari</p>
      <section><h2>Survei Evaluasi</h2><button>Isi Survei 1</button></section>
      <div><p>Belum ada rekening</p><a href="/rekening">Sambungkan Sekarang</a></div></main>`
    expect(saidBy(page)).toEqual([
      "account-flagged",
      'survey-announced {"days":14,"n":2}',
      'survey-open {"n":1}',
      "wallet-not-linked",
    ])
  })
})
