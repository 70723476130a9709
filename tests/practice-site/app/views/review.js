import { h, openDialog } from "../dom.js"
import { dispatch } from "../store.js"

/** Beri Ulasan → Mulai Beri Ulasan → Lanjut → Kirim. */
export function reviewDialog(training) {
  const dialog = openDialog("Ulasan pelatihan")
  const show = (...children) => dialog.replaceChildren(h("div", { class: "stack" }, children))
  const button = (label, onclick) => h("button", { class: "button", type: "button", onclick }, label)
  const later = h("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, "Nanti saja")

  const opening = () =>
    show(
      h("h2", {}, "Bagaimana pelatihannya?"),
      h("p", {}, training.title),
      button("Mulai Beri Ulasan", stars),
      later,
    )
  const stars = () =>
    show(
      h("h2", {}, "Penilaian"),
      h(
        "fieldset",
        { class: "stars" },
        h("legend", {}, "Nilai 1 sampai 5"),
        [1, 2, 3, 4, 5].map((n) =>
          h(
            "label",
            { class: "star" },
            h("input", { type: "radio", name: "stars", checked: n === 4 }),
            String(n),
          ),
        ),
      ),
      button("Lanjut", words),
      later,
    )
  const words = () =>
    show(
      h("h2", {}, "Ulasan"),
      h("label", { class: "field" }, "Tulis singkat", h("textarea", { rows: "3", name: "review" })),
      button("Kirim", () => {
        dialog.close()
        dispatch({ type: "review", id: training.id })
      }),
      later,
    )
  opening()
}
