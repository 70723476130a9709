// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("karier", {
  diskusi: "silent",
  "pembelian-berhasil": ["purchase-confirmed @Merawat Mesin Jahit"],
  programmu: [
    'learning @Merawat Mesin Jahit {"n":40}',
    "learning @Merawat Mesin Jahit",
    "not-begun @Membuat Kue Basah",
    "finished @Memotret Produk",
    'learning @Selesai Belajar Menjahit Completed {"n":75}',
  ],
  "redeem-ditolak": ["redeem-refused"],
  "surel-terverifikasi": [],
  "wajah-berhasil": ["face-passed"],
  "wajah-bertentangan": ["face-failed"],
  "wajah-gagal": ["face-failed"],
})
