import { datesOf, scheduleText } from "../courses.js"
import { h, openDialog } from "../dom.js"

/** A button that does something. */
export function button(label, onclick, look = "button small") {
  return h("button", { class: look, type: "button", onclick }, label)
}

/** A course's institution and schedule, as labels with values. */
export function particulars(course, boughtOn) {
  const row = (label, value) => h("div", { class: "fact" }, h("dt", {}, label), h("dd", {}, value))
  return h(
    "dl",
    { class: "facts" },
    row("Lembaga Pelatihan", course.provider),
    row("Jadwal", scheduleText(datesOf(course, boughtOn))),
  )
}

/** How far a course is, with the words that the platform has for it. */
export function progressBar(words, percent) {
  return h(
    "div",
    { class: "progress" },
    h("p", { class: "progress-words" }, words),
    h("progress", { class: "progress-bar", max: "100", value: String(percent), "aria-label": "Kemajuan" }),
  )
}

/** A form for one code; `send` gets what was typed. */
export function codeForm(label, send) {
  const field = h("input", { name: "code", autocomplete: "off" })
  return h(
    "form",
    {
      class: "stack",
      onsubmit: (event) => {
        event.preventDefault()
        send(field.value.trim())
      },
    },
    h("label", { class: "field" }, "Kode dari dasbor", field),
    h("button", { class: "button", type: "submit" }, label),
  )
}

/** The platform's own stars: no review on the dashboard. */
export function ratingDialog(title, send) {
  const dialog = openDialog(
    "Rating kelas",
    h(
      "div",
      { class: "stack" },
      h("h2", {}, "Beri Ulasan"),
      h("p", {}, title),
      h(
        "fieldset",
        { class: "stars" },
        h("legend", {}, "Rating kelas ini"),
        [1, 2, 3, 4, 5].map((n) =>
          h(
            "label",
            { class: "star" },
            h("input", { type: "radio", name: "stars", checked: n === 5 }),
            String(n),
          ),
        ),
      ),
      button(
        "Kirim",
        () => {
          dialog.close()
          send()
        },
        "button",
      ),
      button("Nanti saja", () => dialog.close(), "quiet"),
    ),
  )
}
