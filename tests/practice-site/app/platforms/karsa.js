import { COURSES } from "../courses.js"
import { h } from "../dom.js"
import { button, codeForm, particulars, progressBar } from "./parts.js"

/* An invented training institution's own site: one course, told in words of its own. */

const [course] = COURSES
const HOME = `/kelas/${course.id}`

/** What is to be done, in order: its name, the button while it is outstanding, and the words once it is done. */
const TASKS = [
  { name: "Pertemuan", act: "Tandai hadir (simulasi)", done: "Hadir" },
  { name: "TPM (Tugas Praktik Mandiri)", act: "Kumpulkan TPM", done: "TPM terkumpul" },
  { name: "Post-test", act: "Kerjakan Post-test", done: "Post-test Selesai" },
  { name: "UK (Unjuk Keterampilan)", act: "Mulai Unjuk Keterampilan", done: "Unjuk Keterampilan Selesai" },
]

const stop = (name, label, redeemed, done) => ({
  name,
  label,
  path: HOME,
  state: { redeemed, refused: false, done },
})

const stops = [
  stop("bought", "Kode belum dipakai", false, 0),
  stop("redeemed", "Kode dipakai", true, 0),
  stop("attended", "Sudah hadir", true, 1),
  stop("post-tested", "Tes akhir dikerjakan", true, 3),
  stop("finished", "Semua tuntas", true, 4),
]

const ACTIONS = {
  redeem: (state, { code }) =>
    code === course.code ? { ...state, redeemed: true, refused: false } : { ...state, refused: true },
  work: (state) => ({ ...state, done: Math.min(TASKS.length, state.done + 1) }),
}

function reduce(state, action) {
  return ACTIONS[action.type](state, action)
}

function tasks(state, dispatch) {
  return h(
    "ol",
    { class: "plain" },
    TASKS.map((task, i) =>
      h(
        "li",
        { class: "row lesson" },
        h(
          "span",
          { class: i < state.done ? "tick tick-on" : "tick", "aria-hidden": "true" },
          i < state.done ? "✓" : i + 1,
        ),
        h("span", { class: "grow" }, task.name),
        i < state.done && h("span", { class: "badge badge-good" }, task.done),
        i === state.done && button(task.act, () => dispatch({ type: "work" })),
      ),
    ),
  )
}

function view(_, state, dispatch) {
  const percent = (state.done * 100) / TASKS.length
  return h(
    "section",
    { class: "card stack" },
    h("h1", {}, course.title),
    h("p", {}, h("span", { class: "badge" }, course.mode)),
    particulars(course, state.today),
    state.redeemed
      ? [
          state.done === 0 && h("p", { class: "badge badge-good" }, "Redeem Berhasil"),
          percent < 100 && progressBar(`Progres ${percent}%`, percent),
          tasks(state, dispatch),
          percent === 100 && button("Unduh Sertifikat", () => {}, "button small ghostly"),
        ]
      : [
          h("h2", {}, "Masukkan kode redeem"),
          state.refused && h("p", { class: "badge badge-bad" }, "Kode redeem tidak ditemukan"),
          codeForm("Pakai kode (simulasi)", (code) => dispatch({ type: "redeem", code })),
        ],
  )
}

/** See `startPlatform`. */
export const karsa = {
  name: "Lembaga Latih Karsa (fiktif)",
  mark: "karsa",
  menu: [[HOME, "Kelasku"]],
  stops,
  reduce,
  view,
}
