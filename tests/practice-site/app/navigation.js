const listeners = new Set()

/** Goes to a path of the app without loading. */
export function goTo(path) {
  history.pushState(null, "", path)
  for (const listener of listeners) listener()
}

/** Calls `listener` after the address has changed, by `goTo` or by the back button. */
export function onArrival(listener) {
  listeners.add(listener)
  addEventListener("popstate", listener)
}
