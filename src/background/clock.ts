import browser from "webextension-polyfill"
import type { Overview } from "../messages/overview"

const ALARM = "overview-changes"

/** Wakes us at the next moment at which the clock alone changes what is shown, or a reminder is due. */
export async function wakeForNextChange({ journey }: Overview, reminder: string | undefined): Promise<void> {
  const moments = [journey?.changesAt, reminder].flatMap((moment) => (moment ? [Date.parse(moment)] : []))
  if (moments.length > 0) browser.alarms.create(ALARM, { when: Math.min(...moments) })
  else await browser.alarms.clear(ALARM)
}

/** Calls `wake` when that moment has come. Listens from the first turn on, as a woken service worker must. */
export function onNextChange(wake: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) wake()
  })
}
