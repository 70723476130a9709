import { COURSES } from "./courses.js"
import { initialState, reduce } from "./state.js"

/*
 * Named stops on the way, in order, each told as what happened since the one before. Labels are worded so
 * that none of them is a word of the real dashboard: they stand in the time machine, not on the page.
 */

const [first, second, third] = COURSES
const training = { id: first.id }
const lesson = { type: "learn", ...training }

export const STOPS = [
  { name: "login", label: "Belum masuk", path: "/masuk", actions: [] },
  { name: "selection", label: "Menunggu seleksi", path: "/", actions: [{ type: "sign-in" }] },
  { name: "accepted", label: "Baru diterima", path: "/", actions: [{ type: "accept" }] },
  {
    name: "videos",
    label: "Tiga video ditonton",
    path: "/rekening",
    actions: [{ type: "watch" }, { type: "watch" }, { type: "watch" }],
  },
  { name: "linked", label: "Dompet disambung", path: "/", actions: [{ type: "link", provider: "DANA" }] },
  {
    name: "bought",
    label: "Pelatihan dibeli",
    path: "/pelatihan-saya",
    actions: [{ type: "buy", course: first }],
  },
  {
    name: "redeemed",
    label: "Kode dipakai",
    path: "/pelatihan-saya",
    actions: [{ type: "redeem", ...training }],
  },
  {
    name: "studied",
    label: "Semua tes dikerjakan",
    path: "/pelatihan-saya",
    actions: [lesson, lesson, lesson, lesson, lesson, lesson],
  },
  {
    name: "certificate",
    label: "Sertifikat terbit",
    path: "/pelatihan-saya",
    actions: [{ type: "certify", ...training }],
  },
  {
    name: "reviewed",
    label: "Ulasan dikirim",
    path: "/insentif",
    actions: [{ type: "review", ...training }],
  },
  {
    name: "scheduled",
    label: "Uang diberi tanggal",
    path: "/insentif",
    actions: [{ type: "payment", index: 0, status: "scheduled" }],
  },
  {
    name: "received",
    label: "Uang masuk",
    path: "/insentif",
    actions: [{ type: "payment", index: 0, status: "received" }],
  },
  {
    name: "survey-1-announced",
    label: "Survei pertama diumumkan",
    path: "/",
    actions: [{ type: "survey-announced", n: 1 }],
  },
  {
    name: "survey-1-open",
    label: "Survei pertama dibuka",
    path: "/",
    actions: [{ type: "survey-open", n: 1 }],
  },
  {
    name: "survey-1-filled",
    label: "Survei pertama diisi",
    path: "/insentif",
    actions: [{ type: "survey-filled", n: 1 }],
  },
  {
    name: "survey-1-received",
    label: "Uang survei pertama masuk",
    path: "/insentif",
    actions: [{ type: "payment", index: 1, status: "received" }],
  },
  {
    name: "survey-2-announced",
    label: "Survei kedua diumumkan",
    path: "/",
    actions: [{ type: "survey-announced", n: 2 }],
  },
  {
    name: "survey-2-open",
    label: "Survei kedua dibuka",
    path: "/",
    actions: [{ type: "survey-open", n: 2 }],
  },
  {
    name: "survey-2-filled",
    label: "Survei kedua diisi",
    path: "/insentif",
    actions: [{ type: "survey-filled", n: 2 }],
  },
  {
    name: "survey-2-received",
    label: "Uang survei kedua masuk",
    path: "/insentif",
    actions: [{ type: "payment", index: 2, status: "received" }],
  },
]

/** Stops beside the way: each is reached from the stop named in `after`. */
export const SIDE_STOPS = [
  {
    name: "payment-failed",
    label: "Uang tidak sampai",
    path: "/insentif",
    after: "scheduled",
    actions: [{ type: "payment", index: 0, status: "failed" }],
  },
  {
    name: "second-training",
    label: "Pelatihan kedua",
    path: "/pelatihan-saya",
    after: "received",
    actions: [{ type: "buy", course: second }],
  },
  {
    name: "side-by-side",
    label: "Tiga pelatihan sekaligus",
    path: "/pelatihan-saya",
    after: "linked",
    actions: [first, second, third].map((course) => ({ type: "buy", course })),
  },
  { name: "flagged", label: "Akun ditandai", path: "/", after: "linked", actions: [{ type: "flag" }] },
]

/** The stop of that name, or undefined. */
export function stopNamed(name) {
  return [...STOPS, ...SIDE_STOPS].find((stop) => stop.name === name)
}

/** The state in which somebody stands at a stop on the day `today`; an unknown stop is an error. */
export function stateAt(name, today) {
  const stop = stopNamed(name)
  if (!stop) throw new Error(`unknown stop ${name}`)
  const before = stop.after ?? STOPS[STOPS.indexOf(stop) - 1]?.name
  const from = before ? stateAt(before, today) : initialState(today)
  return stop.actions.reduce(reduce, from)
}
