// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("bukalapak", {
  "belanja-berhasil": "silent",
  "kartu-prakerja-berhasil": ["purchase-confirmed"],
  "kartu-prakerja-katalog": [],
})
