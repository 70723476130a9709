import { todayInJakarta } from "../dates.js"
import { h, link } from "../dom.js"
import { followLinks, goTo, onArrival } from "../navigation.js"
import { own } from "../own.js"
import { skeleton } from "../skeleton.js"
import { dress } from "../styles.js"
import { touchLine } from "../touches.js"

/* What the simulated platforms and the institution's site share: stops, a state that lives in the tab, and a frame. */

/** Milliseconds that the simulated server takes to answer. */
const LATENCY = 140

const KEY = "simulasi"

const remembered = own(() => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null")
  } catch {
    return null
  }
})

/** The state at a platform's stop on the day `today`; without a name, at its first. */
export function stateAtStop(platform, name, today) {
  const stop = platform.stops.find((each) => each.name === name) ?? platform.stops[0]
  return { ...stop.state, today }
}

/**
 * Shows a platform: `{ name, mark, menu, stops, reduce, view }`. A stop is `{ name, label, path, state }`, and
 * `view(path, state, dispatch)` gives the content of a path's page. `?stop=` jumps to a stop, `?today=` sets the day.
 */
export async function startPlatform(platform) {
  const asked = new URLSearchParams(location.search)
  const today = asked.get("today") ?? remembered()?.today ?? todayInJakarta()
  const stop = platform.stops.find(({ name }) => name === asked.get("stop"))
  let state = stop || !remembered() ? stateAtStop(platform, stop?.name, today) : remembered()
  let arriving = 0

  const root = document.getElementById("root")
  const show = () => root.replaceChildren(frame(platform, platform.view(location.pathname, state, dispatch)))
  const become = (next) => {
    state = next
    sessionStorage.setItem(KEY, JSON.stringify(state))
    document.getElementById("simulation").replaceChildren(panel(platform, jump))
    if (!arriving) show()
  }
  const dispatch = (action) => become(platform.reduce(state, action))
  const jump = (name) => {
    become(stateAtStop(platform, name, state.today))
    goTo(platform.stops.find((each) => each.name === name).path)
  }
  const arrive = () => {
    clearTimeout(arriving)
    root.replaceChildren(frame(platform, skeleton()))
    scrollTo(0, 0)
    arriving = setTimeout(
      own(() => {
        arriving = 0
        show()
      }),
      LATENCY,
    )
  }

  await dress()
  const start = own(() => {
    followLinks()
    onArrival(arrive)
    arrive()
    become(state)
    if (location.pathname === "/") goTo(stop?.path ?? platform.stops[0].path)
  })
  start()
}

/** Stands outside #root, and is no part of the simulated page. */
function panel({ stops }, jump) {
  return h(
    "div",
    { class: "machine" },
    h("span", {}, h("strong", {}, "SIMULASI"), " · mesin waktu"),
    h(
      "select",
      { class: "machine-select", "aria-label": "Perhentian", onchange: (event) => jump(event.target.value) },
      h("option", { selected: true, disabled: true }, "lompat ke …"),
      stops.map(({ name, label }) => h("option", { value: name }, label)),
    ),
    h("span", { "data-meter": "" }, touchLine()),
    h("span", {}, "Semua data karangan. Jangan masukkan data asli."),
  )
}

function frame({ name, mark, menu }, view) {
  return h(
    "div",
    { class: mark },
    h(
      "header",
      { class: "top" },
      h(
        "div",
        { class: "top-row" },
        link(menu[0][0], { class: "brand" }, name, h("span", { class: "brand-mark" }, "SIMULASI")),
      ),
      h(
        "nav",
        { class: "menu", "aria-label": "Menu" },
        menu.map(([href, label]) =>
          link(
            href,
            { class: "menu-item", "aria-current": location.pathname === href ? "page" : undefined },
            label,
          ),
        ),
      ),
    ),
    h("main", { class: "page" }, view),
    h("footer", { class: "foot" }, "Halaman latihan buatan Jejak. Bukan situs resmi, semua data karangan."),
  )
}
