// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("pijar-mahir", {
  kelas: [],
  "pembelian-berhasil": ["purchase-confirmed"],
})
