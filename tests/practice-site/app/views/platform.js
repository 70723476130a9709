import { courseNamed } from "../courses.js"
import { rupiah } from "../dates.js"
import { h, link, openDialog } from "../dom.js"
import { current, dispatch } from "../store.js"

function pay(course) {
  const dialog = openDialog(
    "Pembayaran",
    h(
      "form",
      {
        class: "stack",
        onsubmit: (event) => {
          event.preventDefault()
          dialog.close()
          dispatch({ type: "buy", course })
        },
      },
      h("h2", {}, "Masukkan kode OTP"),
      h("p", { class: "soft" }, "SIMULASI: isi apa saja. Jangan kode sungguhan."),
      h(
        "label",
        { class: "field" },
        "Kode OTP",
        h("input", { name: "otp", inputmode: "numeric", autocomplete: "one-time-code", maxlength: "6" }),
      ),
      h("button", { class: "button", type: "submit" }, "Bayar (simulasi)"),
      h("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, "Batal"),
    ),
  )
}

/** A partner platform's page for one course, inside the simulation. */
export function platformView(id) {
  const course = courseNamed(id)
  if (!course) return h("h1", {}, "Pelatihan tidak ada (simulasi)")
  const bought = current().trainings.some((training) => training.id === id)
  return h(
    "div",
    { class: "stack" },
    h("p", { class: "ribbon" }, "Platform (simulasi)"),
    h(
      "section",
      { class: "card" },
      h("h1", {}, course.title),
      h("p", { class: "soft" }, `${course.provider} · ${course.mode}`),
      h("p", {}, course.about),
      bought
        ? [
            h("p", { class: "badge badge-good" }, "Pembelian dengan Kartu Prakerja Berhasil"),
            h("p", {}, link("/pelatihan-saya", {}, "Kembali ke dasbor")),
          ]
        : h(
            "div",
            { class: "row" },
            h("strong", { class: "grow price" }, rupiah(course.price)),
            h(
              "button",
              { class: "button", type: "button", onclick: () => pay(course) },
              "Bayar dengan kartu (simulasi)",
            ),
          ),
    ),
  )
}
