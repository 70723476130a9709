// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("siapkerja", {
  beranda: [],
  pelatihanku: ["learning @Las Listrik Dasar", "finished @Menjahit Seragam"],
  "pembelian-berhasil": ["purchase-confirmed"],
  "redeem-ditolak": ["redeem-refused"],
})
