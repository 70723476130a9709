import { COURSES } from "../courses.js"
import { addDays, longDate, rupiah } from "../dates.js"
import { h } from "../dom.js"
import { goTo } from "../navigation.js"
import { current } from "../store.js"

/** The catalogue: strangers' titles and descriptions, full of the words of progress. */
export function catalogueView() {
  const state = current()
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Cari Pelatihan"),
    h(
      "div",
      { class: "chips", role: "group", "aria-label": "Saring" },
      ["Semua", "Selesai", "Sertifikat", "Insentif", "Webinar"].map((label, i) =>
        h("button", { class: i ? "chip" : "chip chip-on", type: "button" }, label),
      ),
    ),
    h(
      "ul",
      { class: "grid" },
      COURSES.map((course) =>
        h(
          "li",
          { class: "card" },
          h("h3", {}, course.title),
          h("p", { class: "soft" }, `${course.provider} · ${course.mode}`),
          h("p", {}, course.about),
          h("p", { class: "soft" }, `Mulai ${longDate(addDays(state.today, course.startsIn))}`),
          h(
            "div",
            { class: "row" },
            h("strong", { class: "grow price" }, rupiah(course.price)),
            h(
              "button",
              {
                class: "button small",
                type: "button",
                disabled: !(state.wallet && state.videos === 3),
                onclick: () => goTo(`/platform/${course.id}`),
              },
              "Beli di platform (simulasi)",
            ),
          ),
        ),
      ),
    ),
  )
}
