import { longDate, rupiah } from "../dates.js"
import { h } from "../dom.js"
import { current } from "../store.js"

const STATUS = {
  waiting: ["Menunggu Diproses", "badge badge-waiting"],
  scheduled: ["Dijadwalkan", "badge badge-waiting"],
  received: ["Berhasil", "badge badge-good"],
  failed: ["Gagal", "badge badge-bad"],
}

function row({ amount, status, date }) {
  const [label, look] = STATUS[status]
  return h(
    "li",
    { class: "row payment" },
    h(
      "div",
      { class: "grow" },
      h("strong", {}, rupiah(amount)),
      h("div", { class: "soft" }, h("time", { datetime: date }, longDate(date))),
    ),
    h("span", { class: look }, label),
  )
}

/** The menu Insentif: a row for each payment. */
export function incentivesView() {
  const { payments } = current()
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Insentif"),
    h(
      "section",
      { class: "card" },
      h("h2", {}, "Riwayat"),
      payments.length
        ? h("ul", { class: "plain" }, payments.map(row))
        : h("p", {}, "Belum ada pembayaran. Rp600.000 untuk setiap peserta setelah ulasan pertama."),
    ),
  )
}
