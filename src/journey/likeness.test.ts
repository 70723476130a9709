import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isSameName, type Likened, type Likeness, likeness, PERHAPS, SURE } from "./likeness"

const grade = (a: Likened, b: Likened) => likeness(a, b).grade

describe("two titles of different sites", () => {
  it.each<[string, string, Likeness]>([
    // One training, written differently.
    ["Dasar Pembukuan untuk Usaha Mikro", "Dasar Pembukuan untuk Usaha Mikro", "sure"],
    ["Dasar Pembukuan untuk Usaha Mikro", "DASAR  PEMBUKUAN, untuk usaha mikro!", "sure"],
    ["Dasar Pembukuan: Usaha Mikro (Webinar)", "Dasar Pembukuan – Usaha Mikro [webinar]", "sure"],
    ["Administrasi Perkantoran Modern", "Adminstrasi Perkantoran Modern", "sure"],
    ["Ｅｘｃｅｌ Dasar", "Excel Dasar", "sure"],
    ["Belajar Excel Bagian 2", "Belajar Excel – Bagian 02", "sure"],
    ["Bahasa Inggris Level II", "Bahasa Inggris Level 2", "sure"],
    ["🎨 Menggambar", "Menggambar", "sure"],
    // Perhaps one, and asked.
    ["Dasar Pembukuan untuk Usaha Mikro", "Dasar-Dasar Pembukuan untuk Usaha Mikro", "perhaps"],
    [
      "Pelatihan Digital Marketing untuk UMKM Tingkat Dasar",
      "Pelatihan Digital Marketing untuk U…",
      "perhaps",
    ],
    ["Dasar Pembukuan", "Dasar Pembukuan untuk Usaha Mikro dan Warung Kelontong", "perhaps"],
    ["Marketing Digital untuk Pemula", "Digital Marketing untuk Pemula", "perhaps"],
    ["Digital Marketing untuk Pemula", "Digital Marketing bagi Pemula", "perhaps"],
    ["Membuat Kue Kering Batch 3", "Membuat Kue Kering", "perhaps"],
    ["Excel & Word Perkantoran", "Excel dan Word Perkantoran", "perhaps"],
    // Traps: nearly the same letters, another training.
    ["Excel 1", "Excel 2", "different"],
    ["Membuat Kue Kering Batch 3", "Membuat Kue Kering Batch 4", "different"],
    ["Administrasi Perkantoran dengan Excel 2016", "Administrasi Perkantoran dengan Excel 2019", "different"],
    ["Bahasa Inggris untuk Pariwisata Level I", "Bahasa Inggris untuk Pariwisata Level II", "different"],
    ["Bahasa Jepang Kelas A", "Bahasa Jepang Kelas B", "different"],
    ["Pemrograman C", "Pemrograman C++", "perhaps"],
    ["Belajar SQL untuk Analisis Data", "Belajar PHP untuk Analisis Data", "perhaps"],
    ["Digital Marketing UMKM Tingkat Dasar", "Digital Marketing UMKM Tingkat Mahir", "perhaps"],
    ["Komunikasi Internal Perusahaan", "Komunikasi External Perusahaan", "perhaps"],
    ["Menulis untuk Pemula di Media", "Menulis untuk Pemuda di Media", "perhaps"],
    ["Menjahit Pakaian Wanita", "Merawat Pendingin Ruangan", "different"],
    ["Excel", "Excel Dasar", "different"],
    ["Selesai", "Lihat Sertifikat", "different"],
    ["🎨", "🎭", "different"],
  ])("%s / %s: %s", (a, b, expected) => {
    expect(grade({ title: a }, { title: b })).toBe(expected)
    expect(grade({ title: b }, { title: a })).toBe(expected)
  })
})

describe("what else the cards say", () => {
  const title = "Dasar Pembukuan untuk Usaha Mikro"

  it("leaves the institution's name out of the title", () => {
    const provider = "Lembaga Contoh"
    expect(grade({ title: `${title} - Lembaga Contoh` }, { title, provider })).toBe("sure")
    expect(grade({ title: `Lembaga Contoh: ${title}`, provider }, { title, provider })).toBe("sure")
    expect(grade({ title: "Lembaga Contoh", provider }, { title: "Lembaga Contoh", provider })).toBe("sure")
  })

  it("asks when the same title is held by another institution, in another way or from another day", () => {
    const card = { title, provider: "Lembaga Contoh", mode: "webinar" as const, startsAt: "2024-07-10T09:00" }
    expect(grade(card, { ...card })).toBe("sure")
    expect(grade(card, { ...card, provider: "PT Lembaga Contoh" })).toBe("sure")
    expect(grade(card, { ...card, startsAt: "2024-07-10" })).toBe("sure")
    expect(grade(card, { ...card, provider: "Sekolah Lain" })).toBe("perhaps")
    expect(grade(card, { ...card, mode: "offline" })).toBe("perhaps")
    expect(grade(card, { ...card, startsAt: "2024-07-11" })).toBe("perhaps")
    expect(grade(card, { ...card, startsAt: "2024-07-11", provider: "Sekolah Lain" })).toBe("different")
    expect(grade(card, { title: "Dasar Pembukuan", startsAt: "2024-07-11" })).toBe("different")
  })

  it("is sure of a shortened title that starts on the same day, but not of another one", () => {
    const startsAt = "2024-07-10"
    expect(grade({ title, startsAt }, { title: "Dasar Pembukuan", startsAt })).toBe("sure")
    expect(grade({ title, startsAt }, { title: "Dasar Pembukuan untuk Usaha Besar", startsAt })).toBe(
      "perhaps",
    )
    expect(grade({ title: `${title} 1`, startsAt }, { title, startsAt })).toBe("perhaps")
    expect(grade({ title, startsAt }, { title: "Merawat Pendingin", startsAt })).toBe("different")
  })

  it("keeps to its thresholds", () => {
    const text = fc.array(fc.constantFrom("dasar", "excel", "2", "untuk", "pemasaran", "a"), { maxLength: 6 })
    const card = fc.record(
      {
        title: text.map((words) => words.join(" ")),
        provider: fc.constantFrom("Lembaga Contoh", "Dasar"),
        startsAt: fc.constantFrom("2024-07-10", "2024-07-11"),
      },
      { requiredKeys: ["title"] },
    )
    fc.assert(
      fc.property(card, card, (a, b) => {
        const found = likeness(a, b)
        expect(found).toEqual(likeness(b, a))
        expect(found.share).toBeLessThanOrEqual(1)
        if (found.grade === "sure" && (!a.startsAt || !b.startsAt))
          expect(found.share).toBeGreaterThanOrEqual(SURE)
        if (
          found.share >= PERHAPS &&
          a.title.replace(/\D/g, "") === b.title.replace(/\D/g, "") &&
          a.title === b.title
        )
          expect(grade({ title: a.title }, { title: b.title })).toBe("sure")
      }),
    )
  })
})

it("tells names apart that differ in more than case, punctuation and spacing", () => {
  expect(isSameName("Dasar  Pembukuan.", "dasar pembukuan")).toBe(true)
  expect(isSameName("C#", "C++")).toBe(false)
  expect(isSameName("🎨", "🎭")).toBe(false)
  expect(isSameName("🎨", "🎨")).toBe(true)
})
