import { COURSES, courseNamed } from "../courses.js"
import { h, link } from "../dom.js"
import { goTo } from "../navigation.js"
import { button, codeForm, particulars, progressBar, ratingDialog } from "./parts.js"

/*
 * Pintar, as help pages describe it: Program Saya with a card for each program, and Lihat Sertifikat on every card,
 * also at 0 % and before the redeem.
 */

const HOME = "/id/prakerja"
const FILTERS = ["Semua", "Berlangsung", "Selesai"]

const [webinar, , offline] = COURSES
const program = (course, percent, more = {}) => ({
  id: course.id,
  redeemed: percent !== undefined,
  percent: percent ?? 0,
  rated: false,
  refused: false,
  ...more,
})
const stop = (name, label, programs) => ({ name, label, path: HOME, state: { filter: "Semua", programs } })

const stops = [
  stop("bought", "Kode belum dipakai", [program(webinar), program(offline)]),
  stop("redeemed", "Kode webinar dipakai", [program(webinar, 0), program(offline)]),
  stop("learning", "Webinar berjalan", [program(webinar, 40), program(offline)]),
  stop("finished", "Webinar tuntas", [program(webinar, 100), program(offline)]),
  stop("rated", "Bintang diberikan", [program(webinar, 100, { rated: true }), program(offline)]),
]

const change = (state, id, how) => ({
  ...state,
  programs: state.programs.map((each) => (each.id === id ? { ...each, ...how(each) } : each)),
})

const ACTIONS = {
  filter: (state, { filter }) => ({ ...state, filter }),
  redeem: (state, { id, code }) =>
    change(state, id, () =>
      code === courseNamed(id).code ? { redeemed: true, refused: false } : { refused: true },
    ),
  learn: (state, { id }) => change(state, id, ({ percent }) => ({ percent: Math.min(100, percent + 20) })),
  rate: (state, { id }) => change(state, id, () => ({ rated: true })),
}

function reduce(state, action) {
  return ACTIONS[action.type](state, action)
}

function card(item, state, dispatch) {
  const course = courseNamed(item.id)
  const done = item.percent === 100
  const learn = () => goTo(`${HOME}/kelas/${item.id}`)
  return h(
    "li",
    {},
    h(
      "article",
      { class: "card" },
      h("h3", {}, shown(course)),
      h("p", {}, h("span", { class: "badge" }, course.mode)),
      particulars(course, state.today),
      item.redeemed && !done && item.percent > 0 && progressBar(`Completion ${item.percent}%`, item.percent),
      h(
        "div",
        { class: "buttons" },
        !item.redeemed && button("Redeem Kode Untuk Mulai Kelas", () => goTo(`${HOME}/redeem/${item.id}`)),
        item.redeemed && item.percent === 0 && button("Mulai Belajar", learn),
        item.redeemed && item.percent > 0 && !done && button("Lanjutkan Belajar", learn),
        done && button("Selesai", learn),
        button("Lihat Sertifikat", () => {}, "button small ghostly"),
        item.rated
          ? h("p", { class: "soft" }, "★★★★★ Terima kasih atas ratingmu")
          : button(
              "★ Rating",
              () => ratingDialog(course.title, () => dispatch({ type: "rate", id: item.id })),
              "quiet",
            ),
      ),
    ),
  )
}

/** The same title as on the dashboard, as another site writes it. */
function shown({ title }) {
  return title.replace(" untuk ", " Untuk ")
}

function programs(state, dispatch) {
  const { filter } = state
  const wanted = state.programs.filter(
    ({ percent }) => filter === "Semua" || (percent === 100) === (filter === "Selesai"),
  )
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Program Saya"),
    h(
      "div",
      { class: "chips", role: "group", "aria-label": "Saring" },
      FILTERS.map((each) =>
        h(
          "button",
          {
            class: each === filter ? "chip chip-on" : "chip",
            type: "button",
            "aria-pressed": String(each === filter),
            onclick: () => dispatch({ type: "filter", filter: each }),
          },
          each,
        ),
      ),
    ),
    wanted.length > 0
      ? h(
          "ul",
          { class: "grid grid-wide" },
          wanted.map((item) => card(item, state, dispatch)),
        )
      : h("p", { class: "soft" }, "Tidak ada program di sini."),
  )
}

function redeem(id, state, dispatch) {
  const item = state.programs.find((each) => each.id === id)
  const course = courseNamed(id)
  return h(
    "section",
    { class: "card stack" },
    h("h1", {}, shown(course)),
    item.redeemed
      ? [
          h("p", { class: "badge badge-good" }, "Proses Redeem Berhasil"),
          link(HOME, {}, "Kembali ke Program Saya"),
        ]
      : [
          h("p", { class: "soft" }, "Salin kode dari dasbor (simulasi)."),
          item.refused && h("p", { class: "badge badge-bad" }, "Kode redeem tidak ditemukan"),
          codeForm("Pakai kode (simulasi)", (code) => dispatch({ type: "redeem", id, code })),
        ],
  )
}

function lesson(id, state, dispatch) {
  const item = state.programs.find((each) => each.id === id)
  return h(
    "section",
    { class: "card stack" },
    h("p", {}, link(HOME, {}, "‹ Program Saya")),
    h("h1", {}, shown(courseNamed(id))),
    h("p", { class: "soft" }, `Materi ke-${item.percent / 20 + 1} (simulasi)`),
    item.percent < 100 &&
      button("Tandai materi ini (simulasi)", () => dispatch({ type: "learn", id }), "button"),
  )
}

/** What is for sale invites with the same words as what was bought. */
function catalogue() {
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Jelajahi Program"),
    h(
      "ul",
      { class: "grid" },
      COURSES.slice(3).map((course) =>
        h(
          "li",
          {},
          h(
            "article",
            { class: "card" },
            h("h3", {}, course.title),
            h("p", {}, course.about),
            button("Lihat Program", () => {}),
          ),
        ),
      ),
    ),
  )
}

function view(path, state, dispatch) {
  const [, kind, id] = /^\/id\/prakerja\/(redeem|kelas)\/([a-z-]+)$/.exec(path) ?? []
  if (state.programs.some((each) => each.id === id))
    return kind === "redeem" ? redeem(id, state, dispatch) : lesson(id, state, dispatch)
  if (path === "/id/jelajah") return catalogue()
  return programs(state, dispatch)
}

/** See `startPlatform`. */
export const pintar = {
  name: "Platform Latihan P",
  mark: "pintar",
  menu: [
    [HOME, "Program Saya"],
    ["/id/jelajah", "Jelajahi Program"],
  ],
  stops,
  reduce,
  view,
}
