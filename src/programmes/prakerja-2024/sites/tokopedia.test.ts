// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("tokopedia", {
  "belanja-berhasil": "silent",
  "kartu-prakerja-berhasil": ["purchase-confirmed"],
  "kartu-prakerja-katalog": [],
})
