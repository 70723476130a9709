import browser, { type Events } from "webextension-polyfill"

/** What Chrome's notifications have beside those of every browser. */
interface WithButtons {
  onButtonClicked?: Events.Event<(id: string, button: number) => void>
}

/** The buttons' places. */
const OPEN = 0

/** Calls `on` for what a person does with a notification. Listens from the first turn on, as a woken service worker must. `answer`: a click on it, or on "later". */
export function onNotificationAnswers(on: (id: string, answer: "open" | "answer") => void): void {
  browser.notifications.onClicked.addListener((id) => on(id, "answer"))
  const { onButtonClicked }: WithButtons = browser.notifications as WithButtons
  onButtonClicked?.addListener((id, button) => on(id, button === OPEN ? "open" : "answer"))
}
