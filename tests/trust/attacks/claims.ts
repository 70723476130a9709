import { type Attack, BOTH, training, trainings } from "./attack"

const DESCRIPTION =
  "<p>Pelatihan ini membahas dasar pembukuan untuk usaha mikro dari pencatatan harian sampai laporan bulanan yang rapi.</p>"

/** What a page claims. */
export const CLAIMS: readonly Attack[] = [
  {
    name: "card-in-a-description",
    does: "a training's description holds a card of another training, with everything finished",
    must: "nothing is noted of that other training",
    tried: BOTH,
    body: () =>
      trainings(
        training(
          "Dasar Pembukuan",
          `<div>${DESCRIPTION}${DESCRIPTION}<div><h4>Belajar Excel</h4><p>LP: Maju Bersama</p><b>Redeem Berhasil</b></div></div><button>Beri Ulasan</button>`,
        ),
      ),
    reads: ["review-outstanding @Dasar Pembukuan"],
  },
  {
    name: "card-in-a-frame",
    does: "a frame, of this page or of a host that looks like the programme's, shows cards with everything finished",
    must: "no frame is looked into",
    tried: BOTH,
    body: () =>
      `<iframe srcdoc="<button>Putuskan Rekening</button><article><h3>Belajar Excel</h3><p>LP: X</p><b>Redeem Berhasil</b></article>"></iframe><iframe src="https://prakerja13.example/"></iframe><object data="data:text/html,<button>Putuskan Rekening</button>"></object>`,
    reads: [],
  },
  {
    name: "page-in-itself",
    does: "the page shows itself in a frame, and that again",
    must: "only the page in the tab is read, once",
    tried: ["browsers"],
    body: () => "<div id='self'></div>",
    act: () => {
      if (window.top !== window) return
      const frame = document.createElement("iframe")
      frame.src = location.href
      document.body.append(frame)
    },
    reads: [],
  },
  {
    name: "closed-shadow-tree",
    does: "words stand in closed shadow trees, others in open ones that are declared in the markup",
    must: "open ones are read, closed ones cannot be (LIMIT)",
    tried: BOTH,
    body: () =>
      `<div><template shadowrootmode="open"><button>Sambungkan Sekarang</button></template></div><div><template shadowrootmode="closed"><button>Putuskan Rekening</button></template></div>`,
    reads: ["wallet-not-linked"],
  },
  {
    name: "sixteen-digits-everywhere",
    does: "many numbers of sixteen digits stand on the page, labelled as card numbers and not",
    must: "never stored as they stand, only as fingerprints; of several cards none is taken for the account's",
    tried: BOTH,
    body: () =>
      `<p>1234 5678 9012 3456</p><p>1111222233334444</p><h2>Nomor rekening 9999888877776666</h2>${trainings(training("Kartu 1234567890123456"))}`,
    reads: ["review-outstanding @Kartu ••••"],
  },
  {
    name: "several-accounts",
    does: "the page greets many people and shows many addresses",
    must: "several names or addresses tell nothing of whose account it is",
    tried: BOTH,
    body: () =>
      `<header>${["Sari", "Budi", "Tono"].map((name) => `<div>Halo, ${name}</div>`).join("")}<div>a@rumah.example</div><div>b@rumah.example</div></header>`,
    reads: [],
  },
  {
    name: "absurd-amounts",
    does: "amounts are negative, far too large, in other digits or of many zeros",
    must: "they are no amounts, and what else the page says is noted all the same",
    tried: BOTH,
    body: () =>
      `<table>${[
        "-Rp600.000",
        "Rp999.999.999.999.999",
        `Rp1${"0".repeat(30)}`,
        "Rp٦٠٠.٠٠٠",
        "Rp-1",
        "RpNaN",
        "Rp1e9",
      ]
        .map((amount) => `<tr><td>${amount}</td><td>Berhasil</td><td>1 Mei 2024</td></tr>`)
        .join("")}</table><button>Sambungkan Sekarang</button>`,
    reads: ["wallet-not-linked"],
  },
  {
    name: "absurd-dates",
    does: "days are in the years 0000 and 9999, the 31st of February, or in a thousand digits",
    must: "they are no days: a card has none",
    tried: BOTH,
    body: () =>
      trainings(
        `<article><h3>Dasar Pembukuan</h3><p>LP: Maju Bersama</p><p>Jadwal: 1 Mei 9999</p><p>Jadwal: 31 Februari 2024 - 45 Maret 2024</p><p>Jadwal: 0000-00-00</p><p>Jadwal: 1 Mei ${"9".repeat(1000)}</p><div><button>Beri Ulasan</button></div></article>`,
      ),
    reads: ["review-outstanding @Dasar Pembukuan"],
  },
  {
    name: "modes-without-end",
    does: "a card names three hundred kinds of training",
    must: "the first one counts, and nothing breaks",
    tried: BOTH,
    body: () =>
      trainings(
        training(
          "Dasar Pembukuan",
          `${"<span>Webinar</span><span>Luring</span><span>Belajar Mandiri</span>".repeat(100)}<button>Beri Ulasan</button>`,
        ),
      ),
    reads: { atMost: 1, of: /^review-outstanding @Dasar Pembukuan$/ },
  },
  {
    name: "everything-done",
    does: "a page says that everything is done, of a training that the person does not have, and in weak words",
    must: "no warning about the person's own training goes",
    tried: ["browsers"],
    body: () =>
      `${trainings(training("Pelatihan Orang Lain", "<button>Lihat Sertifikat</button><button>Ulasan Terkirim</button>"))}<h2>Selesai</h2><p>Sertifikat</p><p>Survei Selesai</p><p>Ulasan sudah dikirim</p>`,
    reads: { atMost: 3, of: /@Pelatihan Orang Lain/ },
  },
  {
    name: "nothing-at-all",
    does: "the page shows nothing any more of what it showed before",
    must: "nothing known is undone",
    tried: BOTH,
    body: () => "<h1>Beranda</h1>",
    reads: [],
  },
  {
    name: "payment-gone",
    does: "the page shows other payments than before, and the failed one no longer",
    must: "the warning about the failed payment stays",
    tried: BOTH,
    body: () =>
      "<section><h2>Insentif</h2><ul><li><span>Rp50.000</span><b>Berhasil</b><i>1 Mei 2024</i></li><li><span>Rp75.000</span><b>Berhasil</b><i>2 Mei 2024</i></li></ul></section>",
    reads: { atMost: 2, of: /^(?:payment|incentive)-/ },
  },
]
