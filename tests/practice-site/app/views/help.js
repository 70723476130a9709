import { h } from "../dom.js"

const ENTRIES = [
  [
    "Kapan statusku menjadi Berhasil?",
    "Status Menunggu Diproses berubah menjadi Dijadwalkan, lalu Berhasil. Rp600.000 masuk beberapa hari kemudian.",
  ],
  ["Apa arti Redeem Berhasil?", "Tulisan Redeem Berhasil muncul setelah kode diterima dan wajah cocok."],
  [
    "Di mana tombol Beri Ulasan?",
    "Buka Pelatihan Saya, pilih kartu pelatihan, lalu Beri Ulasan dan Mulai Beri Ulasan.",
  ],
  [
    "Kenapa tombol Sambungkan Rekening tidak ada?",
    "Mungkin rekeningmu sudah tersambung ke akun Prakerja, atau video belum ditonton.",
  ],
  [
    "Survei Evaluasi",
    "Survei 2 evaluasi kamu akan muncul di dashboard dalam waktu 12 hari hanyalah contoh kalimat.",
  ],
]

/** Questions and answers: every word of progress as prose, none of it about the person. */
export function helpView() {
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Bantuan"),
    h(
      "section",
      { class: "card" },
      ENTRIES.map(([question, answer]) =>
        h("details", { class: "entry" }, h("summary", {}, question), h("p", {}, answer)),
      ),
    ),
  )
}
