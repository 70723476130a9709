import { todayInJakarta } from "./dates.js"
import { own } from "./own.js"
import { initialState, reduce } from "./state.js"
import { stateAt, stopNamed } from "./stops.js"

/* Memory first; the tab's own session storage only carries it over a reload. */

const KEY = "simulasi"
const listeners = new Set()
const read = own(() => sessionStorage.getItem(KEY))
const keep = own(() => sessionStorage.setItem(KEY, JSON.stringify(state)))

const asked = new URLSearchParams(location.search)
const today = asked.get("today") ?? remembered()?.today ?? todayInJakarta()
const stop = asked.get("stop")

let state = stopNamed(stop) ? stateAt(stop, today) : (remembered() ?? initialState(today))
keep()

function remembered() {
  try {
    return JSON.parse(read() ?? "null")
  } catch {
    return null
  }
}

function become(next) {
  state = next
  keep()
  for (const listener of listeners) listener()
}

/** The stop asked for in the address, or undefined. */
export const askedStop = stopNamed(stop)

export const current = () => state
export const dispatch = (action) => become(reduce(state, action))
export const jump = (name) => become(stateAt(name, state.today))
/** Calls `listener` after every change. */
export const onChange = (listener) => listeners.add(listener)
