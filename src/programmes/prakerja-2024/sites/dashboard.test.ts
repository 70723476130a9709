// @vitest-environment jsdom
import { itReads } from "../../../../tests/fixtures/practice-pages"

itReads("dashboard", {
  bantuan: "silent",
  beranda: [
    'account-email {"email":"sari@karangan.example"}',
    'account-name {"name":"sari karangan"}',
    'card-number {"card":"0000111122223333"}',
    'balance {"amount":3500000}',
    'survey-announced {"days":12,"n":2}',
  ],
  diblokir: ["account-flagged"],
  insentif: [
    'payment-scheduled {"amount":600000,"ordinal":1,"date":"2024-04-05"}',
    'payment-waiting {"amount":50000,"ordinal":1,"date":"2024-04-06"}',
    'payment-processing {"amount":50000,"ordinal":2,"date":"2024-04-07"}',
  ],
  "insentif-selesai": [
    'payment-received {"amount":600000,"ordinal":1,"date":"2024-04-08"}',
    'payment-failed {"amount":50000,"ordinal":1,"date":"2024-05-09"}',
  ],
  masuk: "silent",
  "pelatihan-saya": [
    "training-bought @Dasar Pembukuan Warung",
    "redeem-pending @Dasar Pembukuan Warung",
    "training-listed @Dasar Pembukuan Warung",
    "redeemed @Menyunting Video",
    "learning @Menyunting Video",
    "certificate @Melayani Tamu Hotel",
    "review-outstanding @Melayani Tamu Hotel",
    "training-bought @Mengelola Gudang",
    "redeem-refused @Mengelola Gudang",
  ],
  persetujuan: "silent",
  "rekening-belum": ["wallet-not-linked"],
  "rekening-gagal": ["wallet-refused-nik"],
  "rekening-terdaftar": ["wallet-refused-registered"],
  "rekening-terhubung": [
    'wallet-changeable {"provider":"gopay"}',
    'wallet-connected {"provider":"gopay"}',
    'wallet-severable {"provider":"gopay"}',
  ],
  "rekening-tidak-aktif": ["wallet-refused-inactive"],
  "rekening-upgrade": ["wallet-refused-upgrade"],
  seleksi: ["not-accepted", "join-wave"],
  survei: ['survey-open {"n":1}'],
})
