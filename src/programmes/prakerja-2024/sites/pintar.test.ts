// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("pintar", {
  artikel: "silent",
  katalog: [],
  masuk: "silent",
  "pembelian-berhasil": ["purchase-confirmed"],
  penilaian: [],
  "program-saya": [
    "redeem-pending @Dasar Pembukuan Warung",
    'learning @Menyunting Video dengan Ponsel {"n":16}',
    "learning @Menyunting Video dengan Ponsel",
    "redeemed @Melayani Tamu Hotel",
    "not-begun @Melayani Tamu Hotel",
    "finished @Bahasa Inggris untuk Kasir",
  ],
  "redeem-berhasil": ["redeem-told"],
  "redeem-ditolak": ["redeem-refused"],
  tersembunyi: [],
})
