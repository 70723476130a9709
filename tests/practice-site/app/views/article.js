import { h } from "../dom.js"

/** An article: the same words again, in headings and in prose. */
export function articleView() {
  return h(
    "article",
    { class: "card stack prose" },
    h("p", { class: "ribbon" }, "Artikel karangan"),
    h("h1", {}, "Dari Dalam Proses Seleksi sampai insentif: cerita satu peserta"),
    h(
      "p",
      {},
      "Mula-mula di layar tertulis Dalam Proses Seleksi. Setelah lolos, ia membuka nomor kartu dan Saldo Pelatihan sebesar Rp3.500.000, lalu membeli pelatihan pertamanya.",
    ),
    h("h2", {}, "Setelah Lihat Sertifikat, jangan lupa Beri Ulasan"),
    h(
      "p",
      {},
      "Begitu tombol Lihat Sertifikat muncul, ia menekan Beri Ulasan sampai Kirim. Esoknya Rp600.000 berstatus Dijadwalkan, dan tiga hari kemudian Berhasil.",
    ),
    h("blockquote", {}, "Isi Survei itu cepat, dan Rp50.000 langsung Dijadwalkan."),
    h("h2", {}, "Akun kamu terindikasi melakukan kecurangan? Ini sebabnya"),
    h("p", {}, "Kalimat itu muncul bila ada orang lain yang mengikuti pelatihan atas namamu."),
  )
}
