import { h } from "./dom.js"
import { goTo } from "./navigation.js"
import { othersTurn } from "./others.js"
import { SIDE_STOPS, STOPS, stateAt, stopNamed } from "./stops.js"
import { current, dispatch, jump } from "./store.js"
import { touchLine } from "./touches.js"

/* The time machine: belongs to the simulation, stands outside #root, and is no part of the simulated page. */

/** Name of the stop whose state is the present one, or undefined between stops. */
function standing() {
  const now = JSON.stringify(current())
  return [...STOPS, ...SIDE_STOPS].find((stop) => JSON.stringify(stateAt(stop.name, current().today)) === now)
    ?.name
}

function picker() {
  const here = standing()
  const options = (stops) =>
    stops.map((stop) => h("option", { value: stop.name, selected: stop.name === here }, stop.label))
  const travel = (event) => {
    jump(event.target.value)
    goTo(stopNamed(event.target.value).path)
  }
  return h(
    "select",
    { class: "machine-select", "aria-label": "Perhentian", onchange: travel },
    !here && h("option", { selected: true, disabled: true }, "di antara dua perhentian"),
    h("optgroup", { label: "Perjalanan" }, options(STOPS)),
    h("optgroup", { label: "Jalan samping" }, options(SIDE_STOPS)),
  )
}

function forward() {
  const turn = othersTurn(current())
  const move = () => {
    dispatch(turn.action)
    goTo(turn.path)
  }
  return h(
    "button",
    { class: "machine-button", type: "button", "data-machine": "forward", disabled: !turn, onclick: move },
    turn ? `Tunggu sampai ${turn.label} ▸` : "Sekarang giliranmu di halaman",
  )
}

/** The panel with the stops. */
export function machine() {
  return h(
    "div",
    { class: "machine" },
    h("span", {}, h("strong", {}, "SIMULASI"), " · mesin waktu"),
    picker(),
    forward(),
    h("span", { "data-meter": "" }, touchLine()),
    h("span", {}, "Semua data karangan. Jangan masukkan data asli."),
  )
}
