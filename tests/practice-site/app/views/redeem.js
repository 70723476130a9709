import { h, link, openDialog } from "../dom.js"
import { current, dispatch } from "../store.js"

/** The face scan: a screen on which nothing may be read. No camera is opened. */
function faceScan(id) {
  const dialog = openDialog(
    "Verifikasi Wajah",
    h("h2", {}, "Verifikasi Wajah"),
    h(
      "div",
      { class: "camera", "aria-hidden": "true" },
      h("video", { class: "camera-view", autoplay: true, muted: true }),
    ),
    h("p", { class: "soft" }, "SIMULASI: kamera tidak dinyalakan."),
    h(
      "button",
      {
        class: "button",
        type: "button",
        onclick: () => {
          dialog.close()
          dispatch({ type: "redeem", id })
        },
      },
      "Ini wajahku (simulasi)",
    ),
  )
}

/** The training institution's page on which the code is entered, inside the simulation. */
export function redeemView(id) {
  const training = current().trainings.find((each) => each.id === id)
  if (!training) return h("h1", {}, "Pelatihan tidak ada (simulasi)")
  return h(
    "div",
    { class: "stack" },
    h("p", { class: "ribbon" }, "Lembaga pelatihan (simulasi)"),
    h(
      "section",
      { class: "card" },
      h("h1", {}, training.title),
      training.redeemed
        ? [
            h("p", { class: "badge badge-good" }, "Redeem Berhasil"),
            h("p", {}, link("/pelatihan-saya", {}, "Kembali ke dasbor")),
          ]
        : h(
            "form",
            {
              class: "stack",
              onsubmit: (event) => {
                event.preventDefault()
                faceScan(id)
              },
            },
            h(
              "label",
              { class: "field" },
              "Kode dari dasbor",
              h("input", { name: "code", value: training.code, autocomplete: "off" }),
            ),
            h("button", { class: "button", type: "submit" }, "Pakai kode (simulasi)"),
          ),
    ),
  )
}
