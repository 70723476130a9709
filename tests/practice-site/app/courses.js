import { addDays, longDate } from "./dates.js"

/*
 * Invented courses. Their words are traps on purpose: titles and descriptions hold nearly every word by which
 * a dashboard tells progress, as strangers' titles may.
 */

export const COURSES = [
  {
    id: "desain-kemasan",
    title: "Desain Kemasan untuk Usaha Rumahan",
    provider: "Lembaga Latih Karsa (fiktif)",
    mode: "Webinar",
    price: 1_250_000,
    startsIn: 2,
    days: 3,
    code: "SIMULASI-KRS-7Q2M",
    about:
      "Tiga hari belajar merancang kemasan. Setelah Post-test dan UK selesai kamu mendapat sertifikat, lalu Beri Ulasan agar insentif Rp600.000 dijadwalkan.",
  },
  {
    id: "redeem-berhasil",
    title: "Redeem Berhasil: Rahasia Kasir Toko Ritel",
    provider: "Akademi Niaga Senja (fiktif)",
    mode: "Belajar Mandiri",
    price: 900_000,
    startsIn: 1,
    days: 10,
    code: "SIMULASI-SNJ-4H8T",
    about:
      "Kelas mandiri. Materi: kode redeem, Lihat Sertifikat, Unduh Sertifikat, dan cara membaca status Berhasil pada mesin kasir.",
  },
  {
    id: "lihat-sertifikat",
    title: "Lihat Sertifikat <b>Berhasil</b> & Isi Survei Pelanggan",
    provider: "Balai Kerja Lereng (fiktif)",
    mode: "Luring",
    price: 1_100_000,
    startsIn: 5,
    days: 2,
    code: "SIMULASI-LRG-9B3X",
    about:
      "Tatap muka dua hari. Peserta belajar menyusun Survei Evaluasi dan mengolah jawabannya. Rp50.000 untuk setiap survei hanyalah contoh soal.",
  },
  {
    id: "dijadwalkan",
    title: "Dijadwalkan, Menunggu Diproses, Selesai: Manajemen Proyek",
    provider: "Sanggar Rapi (fiktif)",
    mode: "Webinar",
    price: 750_000,
    startsIn: 7,
    days: 4,
    code: "SIMULASI-RPI-2W6C",
    about: "Belajar memantau pekerjaan: mana yang sudah Selesai, mana yang Gagal, mana yang Sedang Diproses.",
  },
]

/** The course of that id, or undefined. */
export function courseNamed(id) {
  return COURSES.find((course) => course.id === id)
}

/** The civil dates of a course that was bought on a day. */
export function datesOf(course, boughtOn) {
  return {
    startsOn: addDays(boughtOn, course.startsIn),
    endsOn: addDays(boughtOn, course.startsIn + course.days - 1),
  }
}

/** A schedule as a card shows it: every day from nine to eleven. */
export function scheduleText({ startsOn, endsOn }) {
  return `${longDate(startsOn)} - ${longDate(endsOn)}, 09.00 - 11.00 WIB`
}
