import { frame } from "./frame.js"
import { followLinks, onArrival } from "./navigation.js"
import { own } from "./own.js"
import { skeleton } from "./skeleton.js"
import { current, onChange } from "./store.js"
import { viewOf } from "./views.js"

/* Client-side routing: the address changes without a load, and each page fills in late. */

/** Milliseconds that the simulated server takes to answer. */
const LATENCY = 140

const root = document.getElementById("root")
let arriving = 0

function place() {
  const path = location.pathname
  if (current().signedIn || path === "/masuk") return path
  history.replaceState(null, "", "/masuk")
  return "/masuk"
}

function show() {
  const path = place()
  root.replaceChildren(frame(path, viewOf(path)))
}

function arrive() {
  const path = place()
  clearTimeout(arriving)
  root.replaceChildren(frame(path, skeleton()))
  scrollTo(0, 0)
  arriving = setTimeout(
    own(() => {
      arriving = 0
      show()
    }),
    LATENCY,
  )
}

/** Shows the page of the present address and follows links, the back button and changes of state. */
export function start() {
  followLinks()
  onArrival(arrive)
  onChange(() => {
    if (!arriving) show()
  })
  arrive()
}
