import { COURSES, courseNamed } from "../courses.js"
import { h, link } from "../dom.js"
import { goTo } from "../navigation.js"
import { button, particulars, progressBar } from "./parts.js"

/*
 * Karier.mu: cards under /programmu, and before each session a face verification somewhere else, which returns to an
 * address that tells by `error_code` whether it failed.
 */

const HOME = "/programmu"
const RETURN = "/prakerja-face-recognition-status"

const [, selfPaced] = COURSES
const stop = (name, label, percent, faced = false) => ({
  name,
  label,
  path: HOME,
  state: { id: selfPaced.id, percent, faced },
})

const stops = [
  stop("not-begun", "Belum mulai", 0),
  stop("learning", "Sedang belajar", 45),
  stop("finished", "Semua sesi tuntas", 100, true),
]

const ACTIONS = {
  face: (state, { passed }) => ({ ...state, faced: passed }),
  learn: (state) => ({ ...state, percent: Math.min(100, state.percent + 11), faced: false }),
}

function reduce(state, action) {
  return ACTIONS[action.type](state, action)
}

function programs(state) {
  const course = courseNamed(state.id)
  const open = () => goTo(state.percent === 100 ? `${HOME}/sesi` : `${HOME}/wajah`)
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Programmu"),
    h(
      "ul",
      { class: "grid" },
      h(
        "li",
        {},
        h(
          "article",
          { class: "card" },
          h("h3", {}, course.title),
          h("p", {}, h("span", { class: "badge" }, course.mode)),
          particulars(course, state.today),
          state.percent > 0 &&
            state.percent < 100 &&
            progressBar(`Progres Pelatihan ${state.percent}%`, state.percent),
          h(
            "div",
            { class: "buttons" },
            state.percent === 0 && button("Mulai Belajar", open),
            state.percent > 0 && state.percent < 100 && button("Continue Learning", open),
            state.percent === 100 && button("Completed", open),
          ),
        ),
      ),
    ),
  )
}

/** The face verification: a screen on which nothing may be read. No camera is opened. */
function face(dispatch) {
  const back = (passed) => {
    dispatch({ type: "face", passed })
    goTo(`${RETURN}?state=simulasi${passed ? "" : "&error_code=FACE_NOT_MATCHED"}`)
  }
  return h(
    "section",
    { class: "card stack" },
    h("h1", {}, "Verifikasi Wajah"),
    h(
      "div",
      { class: "camera", "aria-hidden": "true" },
      h("video", { class: "camera-view", autoplay: true, muted: true }),
    ),
    h("p", { class: "soft" }, "SIMULASI: kamera tidak dinyalakan."),
    h(
      "div",
      { class: "buttons" },
      button("Ini wajahku (simulasi)", () => back(true), "button"),
      button("Ini bukan wajahku (simulasi)", () => back(false), "quiet"),
    ),
  )
}

function returned(state) {
  const failed = new URLSearchParams(location.search).has("error_code")
  return h(
    "section",
    { class: "card stack" },
    h("h1", {}, failed ? "Verifikasi belum bisa dilakukan" : "Verifikasi Berhasil"),
    failed
      ? link(HOME, {}, "Kembali ke Programmu")
      : link(`${HOME}/sesi`, {}, `Masuk ke sesi (simulasi) ${Math.round(state.percent / 11) + 1}`),
  )
}

function session(state, dispatch) {
  return h(
    "section",
    { class: "card stack" },
    h("p", {}, link(HOME, {}, "‹ Programmu")),
    h("h1", {}, courseNamed(state.id).title),
    state.faced && state.percent < 100
      ? button("Tuntaskan sesi ini (simulasi)", () => dispatch({ type: "learn" }), "button")
      : h("p", { class: "soft" }, "Sesi berikutnya dimulai dari Programmu (simulasi)."),
  )
}

function view(path, state, dispatch) {
  if (path === RETURN) return returned(state)
  if (path === `${HOME}/wajah`) return face(dispatch)
  if (path === `${HOME}/sesi`) return session(state, dispatch)
  return programs(state)
}

/** See `startPlatform`. */
export const karier = {
  name: "Platform Latihan K",
  mark: "karier",
  menu: [[HOME, "Programmu"]],
  stops,
  reduce,
  view,
}
