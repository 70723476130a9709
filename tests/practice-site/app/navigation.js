import { own } from "./own.js"

const listeners = new Set()

/** Goes to a path of the app without loading. */
export function goTo(path) {
  history.pushState(null, "", path)
  for (const listener of listeners) listener()
}

/** Calls `listener` after the address has changed, by `goTo` or by the back button. */
export function onArrival(listener) {
  listeners.add(listener)
  addEventListener("popstate", own(listener))
}

/** Follows the links inside the app without loading. */
export function followLinks() {
  const follow = own((event) => {
    const anchor = event.target.closest?.("a[data-route]")
    if (!anchor || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    goTo(anchor.getAttribute("href"))
  })
  document.addEventListener("click", follow)
}
