import { h } from "../dom.js"
import { goTo } from "../navigation.js"
import { current, dispatch } from "../store.js"

const QUESTIONS = ["Apakah pelatihan membantumu?", "Apakah kamu sedang bekerja?", "Ceritakan pengalamanmu"]

/** The form of survey 1 or 2. */
export function surveyView(which) {
  const n = Number(which)
  if (current().surveys[n - 1] !== "open") return h("h1", {}, "Survei ini tidak terbuka (simulasi)")
  const send = (event) => {
    event.preventDefault()
    dispatch({ type: "survey-filled", n })
    goTo("/insentif")
  }
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, `Survei Evaluasi ${n}`),
    h(
      "form",
      { class: "card stack", onsubmit: send },
      QUESTIONS.map((question, i) =>
        h("label", { class: "field" }, question, h("input", { name: `answer-${i}`, autocomplete: "off" })),
      ),
      h("button", { class: "button", type: "submit" }, "Kirim survei (simulasi)"),
    ),
  )
}
