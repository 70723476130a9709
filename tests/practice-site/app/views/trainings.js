import { account } from "../accounts.js"
import { scheduleText } from "../courses.js"
import { longDate } from "../dates.js"
import { h, openDialog } from "../dom.js"
import { goTo } from "../navigation.js"
import { LESSONS } from "../state.js"
import { current, dispatch } from "../store.js"
import { reviewDialog } from "./review.js"

function showCertificate(training) {
  const dialog = openDialog(
    "Sertifikat",
    h("h2", {}, "Sertifikat latihan"),
    h("p", { class: "diploma" }, account().name, h("br"), training.title),
    h("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, "Tutup"),
  )
}

function particulars(training) {
  const row = (label, value) => h("div", { class: "fact" }, h("dt", {}, label), h("dd", {}, value))
  return h(
    "dl",
    { class: "facts" },
    row("Lembaga Pelatihan", training.provider),
    row("Jadwal", scheduleText(training)),
    row("Tanggal Pembelian", longDate(training.boughtOn)),
    !training.cancelled && row("Kode Redeem", training.code),
  )
}

function buttons(training) {
  const { id } = training
  const go = (path, label, look = "button small") =>
    h("button", { class: look, type: "button", onclick: () => goTo(path) }, label)
  return [
    !training.redeemed && go(`/lembaga/${id}`, "Buka lembaga (simulasi)"),
    training.redeemed && !training.certificate && go(`/pelatihan-saya/${id}`, "Mulai Belajar"),
    training.certificate &&
      h(
        "button",
        { class: "button small ghostly", type: "button", onclick: () => showCertificate(training) },
        "Lihat Sertifikat",
      ),
    training.certificate &&
      !training.reviewed &&
      h(
        "button",
        { class: "button small", type: "button", onclick: () => reviewDialog(training) },
        "Beri Ulasan",
      ),
    go(`/pelatihan-saya/${id}`, "Lihat Detail", "button small ghostly"),
    !training.redeemed &&
      h(
        "button",
        { class: "quiet", type: "button", onclick: () => dispatch({ type: "cancel", id }) },
        "Batalkan Pelatihan",
      ),
  ]
}

function trainingCard(training) {
  return h(
    "li",
    {},
    h(
      "article",
      { class: "card" },
      h(
        "div",
        { class: "row" },
        h("h3", { class: "grow" }, training.title),
        h("span", { class: "badge" }, training.mode),
      ),
      particulars(training),
      training.redeemed && h("p", { class: "badge badge-good" }, "Redeem Berhasil"),
      training.redeemed &&
        !training.certificate &&
        h(
          "p",
          { class: "soft" },
          `${training.lessons} dari ${LESSONS.length} kegiatan dikerjakan (simulasi)`,
        ),
      h(
        "div",
        { class: "buttons" },
        training.cancelled ? h("p", {}, "Dibatalkan (simulasi)") : buttons(training),
      ),
    ),
  )
}

/** The menu Pelatihan Saya: a card for each training. */
export function trainingsView() {
  const { trainings } = current()
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Pelatihan Saya"),
    trainings.length
      ? h("ul", { class: "grid grid-wide" }, trainings.map(trainingCard))
      : h("section", { class: "card" }, h("p", {}, "Belum ada pelatihan di sini.")),
    // A closed dialog is not on the page, whatever it says.
    h(
      "dialog",
      {},
      h("h2", {}, "Ulasan terkirim"),
      h("span", { class: "badge" }, "Berhasil"),
      h("p", {}, "Rp600.000"),
    ),
  )
}
