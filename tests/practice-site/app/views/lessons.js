import { h, link } from "../dom.js"
import { LESSONS } from "../state.js"
import { current, dispatch } from "../store.js"

const NAMES = {
  attended: "Semua pertemuan",
  preTest: "Pre-test",
  tpm: "TPM (Tugas Praktik Mandiri)",
  feedback: "Umpan balik TPM dari lembaga",
  postTest: "Post-test",
  skills: "UK (Unjuk Keterampilan)",
}

/** One training's own page: what there is to do in it, in order. */
export function lessonsView(id) {
  const training = current().trainings.find((each) => each.id === id)
  if (!training) return h("h1", {}, "Pelatihan tidak ada (simulasi)")
  const row = (lesson, i) =>
    h(
      "li",
      { class: "row lesson" },
      h(
        "span",
        { class: i < training.lessons ? "tick tick-on" : "tick", "aria-hidden": "true" },
        i < training.lessons ? "✓" : i + 1,
      ),
      h("span", { class: "grow" }, NAMES[lesson]),
      i === training.lessons &&
        h(
          "button",
          {
            class: "button small",
            type: "button",
            disabled: !training.redeemed,
            onclick: () => dispatch({ type: "learn", id }),
          },
          "Kerjakan (simulasi)",
        ),
    )
  return h(
    "div",
    { class: "stack" },
    h("p", {}, link("/pelatihan-saya", {}, "‹ Kembali")),
    h(
      "section",
      { class: "card" },
      h("h1", {}, training.title),
      h("p", { class: "soft" }, training.provider),
      h("ol", { class: "plain" }, LESSONS.map(row)),
      training.lessons === LESSONS.length &&
        !training.certificate &&
        h("p", { class: "soft" }, "Semua dikerjakan. Lembaga sedang menilai (simulasi)."),
    ),
  )
}
