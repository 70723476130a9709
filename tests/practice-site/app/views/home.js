import { account } from "../accounts.js"
import { longDate, rupiah } from "../dates.js"
import { h, link } from "../dom.js"
import { goTo } from "../navigation.js"
import { balance } from "../state.js"
import { current, dispatch } from "../store.js"

/** Announced number of days until a survey appears. */
const SURVEY_DAYS = 30

function selection() {
  return [
    h(
      "section",
      { class: "card" },
      h("h2", {}, "Gelombang 70"),
      h("span", { class: "badge badge-waiting" }, "Dalam Proses Seleksi"),
      h("p", { class: "soft" }, "Hasilnya muncul di halaman ini."),
    ),
  ]
}

function videos(state) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "Tiga video sebelum mulai"),
    h(
      "p",
      { class: "soft" },
      "Setelah ketiganya ditonton dan rekening atau e-wallet disambungkan, nomor kartu muncul di sini.",
    ),
    h(
      "ol",
      { class: "tiles" },
      ["Mengenal program", "Memilih pelatihan", "Menjaga akun"].map((title, i) =>
        h(
          "li",
          { class: "tile" },
          h("span", { class: "film", "aria-hidden": "true" }, "▶"),
          h("h3", {}, title),
          i < state.videos
            ? h("span", { class: "badge badge-good" }, "Sudah ditonton (simulasi)")
            : h(
                "button",
                {
                  class: "button small",
                  type: "button",
                  disabled: i > state.videos,
                  onclick: () => dispatch({ type: "watch" }),
                },
                "Tonton video (simulasi)",
              ),
        ),
      ),
    ),
  )
}

function unlinked() {
  return h(
    "section",
    { class: "card call" },
    h("h2", {}, "Rekening/e-wallet"),
    h("p", {}, "Belum ada rekening atau e-wallet untuk menerima uang."),
    h("button", { class: "button", type: "button", onclick: () => goTo("/rekening") }, "Sambungkan Sekarang"),
  )
}

function card(state) {
  return h(
    "section",
    { class: "card plastic" },
    h("h2", { class: "plastic-label" }, "Nomor Kartu Prakerja"),
    h("p", { class: "plastic-number" }, account().card),
    h(
      "dl",
      { class: "plastic-row" },
      h("div", {}, h("dt", {}, "Saldo Pelatihan"), h("dd", {}, rupiah(balance(state)))),
      h("div", {}, h("dt", {}, "Nama"), h("dd", {}, account().name)),
    ),
  )
}

function survey(state, n) {
  if (state.surveys[n - 1] === "announced")
    return h(
      "section",
      { class: "card" },
      h("h2", {}, "Survei Evaluasi"),
      h(
        "p",
        { class: "badge badge-waiting" },
        `Survei ${n} evaluasi kamu akan muncul di dashboard dalam waktu ${SURVEY_DAYS} hari`,
      ),
    )
  if (state.surveys[n - 1] !== "open") return null
  return h(
    "section",
    { class: "card call" },
    h("h2", {}, "Survei Evaluasi"),
    h("p", {}, "Ceritakan pengalamanmu. Isinya sekitar lima menit."),
    h("button", { class: "button", type: "button", onclick: () => goTo(`/survei/${n}`) }, `Isi Survei ${n}`),
  )
}

function news() {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "Artikel pilihan"),
    h(
      "p",
      {},
      "Peserta yang sudah ",
      link("/artikel", {}, "Lihat Sertifikat"),
      " bisa menunggu insentif Rp600.000 dijadwalkan, lalu survei evaluasi Rp50.000.",
    ),
  )
}

/** The first page after login. */
export function homeView() {
  const state = current()
  const greeting = [h("h1", {}, `Halo, ${account().name}`), h("p", { class: "soft" }, longDate(state.today))]
  if (!state.accepted) return h("div", { class: "stack" }, greeting, selection(), news())
  const ready = state.videos === 3 && state.wallet
  return h(
    "div",
    { class: "stack" },
    greeting,
    state.flagged &&
      h(
        "section",
        { class: "card danger", role: "alert" },
        h("h2", {}, "Akun kamu terindikasi melakukan kecurangan"),
        h("p", {}, "Hubungi pengelola melalui formulir resmi (simulasi)."),
      ),
    survey(state, 1),
    survey(state, 2),
    state.videos < 3 && videos(state),
    !state.wallet && state.videos === 3 && unlinked(),
    ready && card(state),
    news(),
  )
}
