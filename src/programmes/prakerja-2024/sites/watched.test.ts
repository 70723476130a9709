// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("watched", {
  bab: [],
  "kelas-tanpa-judul": ["practice-task-outstanding", "post-test-finished"],
  kelasku: [
    "practice-task-outstanding @Merangkai Bunga",
    "post-test-finished @Merangkai Bunga",
    "skills-demo-outstanding @Merangkai Bunga",
  ],
  blog: "silent",
  "kelas-saya": [
    'learning @Merangkai Bunga {"n":60}',
    "learning @Merangkai Bunga",
    "finished @Servis Sepeda Motor",
    "certificate-offered @Membuat Batik Tulis",
  ],
  kode: "silent",
  kosong: [],
  materi: ['learning {"n":60}'],
  pembayaran: "silent",
  redeem: ["redeemed"],
  "redeem-ditolak": ["redeem-refused"],
  tugas: ["practice-task-outstanding", "skills-demo-outstanding"],
  ujian: ["post-test-finished", "skills-demo-finished"],
})
