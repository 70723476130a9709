import type { Overview } from "../../src/messages/overview"
import type { StepId, StepState } from "../../src/programmes/steps"
import type { Popup } from "../browser/popup"
import type { PopupDeadline, PopupState } from "../browser/popup-state"
import type { PracticePage } from "../browser/practice-page"
import type { Session } from "../browser/session"
import { fold, unfold } from "../browser/unfold"
import { until, untilTrue } from "../browser/until"
import { KARIER, KARSA, PINTAR } from "../browser/world"
import { COURSES } from "../practice-site/app/courses.js"
import { addDays, todayInJakarta } from "../practice-site/app/dates.js"

/*
 * The second act: a webinar, a self-paced and an offline training side by side. Two platforms are chosen and an
 * institution's own site is watched; each has its own windows and last days, and what a site shows is put down for the
 * right one.
 */

const [webinar, selfPaced, offline] = COURSES as [Course, Course, Course]
type Course = (typeof COURSES)[number]

/** The pages that the person goes back and forth between. */
interface Places {
  session: Session
  popup: Popup
  settings: Popup["page"]
  dashboard: PracticePage
  pintar: PracticePage
  karier: PracticePage
  karsa: PracticePage
}

export interface SideStop {
  name: string
  /** What happens, for people who read along. */
  tells: string
  /** Returns the page that it happened on. */
  act(places: Places): Promise<PracticePage>
  /** Changes against the stop before, by the training's title; every other step must be as it was. */
  states: Record<string, Partial<Record<StepId, StepState>>>
  /** What a page must have said last of a step. */
  reported?: { title: string; step: StepId; state: string }
}

const BOUGHT: Partial<Record<StepId, StepState>> = {
  purchase: "done",
  redeem: "open",
  attend: "locked",
  "post-test": "locked",
  "skills-demo": "locked",
  certificate: "locked",
  review: "locked",
}

/** Allows a platform in the settings, as a person does. */
async function choose({ session, settings }: Places, site: string, origin: string): Promise<void> {
  const row = `[data-site="${site}"]`
  const patterns = await settings.evaluate(async (id) => {
    const { value } = await chrome.runtime.sendMessage({ type: "overview" })
    return value.sites.find((each: { site: string }) => each.site === id).patterns as string[]
  }, site)
  if (!patterns.includes(`${origin}/*`)) throw new Error(`${site} is not ${origin}`)
  await session.browser.willAllow(patterns)
  await settings.bringToFront()
  const button = await settings.waitForSelector(`${row} [data-action=choose-site]`, { visible: true })
  await button?.click()
  await settings.waitForSelector(`${row}[data-chosen=true][data-access=true]`)
}

/** Watches the site in front for a training: one click in the toolbar's popup, and the choice of the training. */
async function watch({ session, settings }: Places, host: string, training: string): Promise<void> {
  const site = `host:${host}`
  await session.browser.willAllow([`https://${host}/*`])
  await session.browser.pressInToolbarPopup(
    `[data-watch="${site}"] [data-action=watch-site]`,
    `[data-watch="${site}"] [data-action=leave-site]`,
  )
  await settings.bringToFront()
  const select = `[data-site="${site}"] select[name=training]`
  await settings.waitForSelector(select)
  await settings.select(select, training)
  await untilTrue(
    settings,
    "the training is picked",
    (wanted) => {
      const { selector, value } = JSON.parse(wanted) as { selector: string; value: string }
      return document.querySelector<HTMLSelectElement>(selector)?.value === value
    },
    JSON.stringify({ selector: select, value: training }),
  )
}

export const SIDE_BY_SIDE: readonly SideStop[] = [
  {
    name: "three-bought",
    tells: "A webinar, a self-paced and an offline training, each with its own window and last days.",
    async act({ dashboard }) {
      await dashboard.open("/", { stop: "side-by-side" })
      return dashboard
    },
    states: { [webinar.title]: BOUGHT, [selfPaced.title]: BOUGHT, [offline.title]: BOUGHT },
  },
  {
    name: "pintar-redeemed",
    tells: `Pintar (${PINTAR}) is allowed in the settings; the webinar's code is redeemed there.`,
    async act(places) {
      const { pintar } = places
      await choose(places, "pintar", PINTAR)
      await pintar.open("/", { stop: "bought" })
      await pintar.click("Redeem Kode Untuk Mulai Kelas")
      await pintar.type("code", webinar.code)
      await pintar.click("Pakai kode (simulasi)")
      return pintar
    },
    states: { [webinar.title]: { redeem: "done", attend: "open" } },
  },
  {
    name: "self-paced-redeemed",
    tells: "The self-paced training is redeemed after the face scan; its sixty days begin.",
    async act({ dashboard }) {
      await dashboard.open(`/lembaga/${selfPaced.id}`)
      await dashboard.click("Pakai kode (simulasi)")
      await dashboard.click("Ini wajahku (simulasi)")
      return dashboard
    },
    states: { [selfPaced.title]: { redeem: "done", attend: "open" } },
  },
  {
    name: "karier-face-failed",
    tells: `Karier.mu (${KARIER}) is allowed; the face scan before a session fails.`,
    async act(places) {
      const { karier } = places
      await choose(places, "karier", KARIER)
      await karier.open("/", { stop: "learning" })
      await untilRead(places.popup, "karier")
      await karier.click("Continue Learning")
      await karier.click("Ini bukan wajahku (simulasi)")
      return karier
    },
    states: {},
    reported: { title: selfPaced.title, step: "attend", state: "face-failed" },
  },
  {
    name: "karier-finished",
    tells: "All its sessions are over. Jejak asks.",
    async act({ karier }) {
      await karier.open("/", { stop: "finished" })
      return karier
    },
    states: { [selfPaced.title]: { attend: "proposed" } },
  },
  {
    name: "karsa-watched",
    tells: `The institution's own site (${KARSA}) is watched for the webinar: its post-test is over. Jejak asks.`,
    async act(places) {
      const { karsa, popup } = places
      await karsa.open("/", { stop: "post-tested" })
      const training = trainingOf(await popup.read(), webinar.title) ?? ""
      await karsa.page.bringToFront()
      await watch(places, new URL(KARSA).host, training)
      await karsa.open("/", { stop: "post-tested" })
      return karsa
    },
    states: { [webinar.title]: { attend: "proposed", "post-test": "proposed" } },
  },
]

function trainingOf({ trainings }: PopupState, title: string): string | undefined {
  return trainings.find((training) => training.title === title)?.id
}

/** What a training's deadlines must be by the programme's rules when it was bought on the day `today`. */
function wantedDeadlines(
  course: Course,
  today: string,
  redeemed: boolean,
): Omit<PopupDeadline, "training">[] {
  const at = (days: number, clock: string) => `${addDays(today, days)}T${clock}:00+07:00`
  const { startsIn } = course
  const lastDay = startsIn + course.days - 1
  if (course === selfPaced)
    return redeemed
      ? [{ id: "post-test-self-paced", opens: undefined, due: at(59, "23:59") }]
      : [{ id: "redeem-self-paced", opens: undefined, due: at(14, "23:59") }]
  if (course === webinar)
    return [
      ...(redeemed
        ? []
        : [{ id: "redeem-webinar", opens: at(startsIn, "08:00"), due: at(startsIn, "10:00") }]),
      { id: "post-test-webinar", opens: undefined, due: at(lastDay + 29, "23:59") },
    ]
  return [
    { id: "cancel", opens: at(0, "00:00"), due: at(startsIn - 3, "23:59") },
    { id: "redeem-offline", opens: at(startsIn, "08:00"), due: at(startsIn, "11:00") },
    { id: "post-test-offline", opens: undefined, due: at(lastDay, "11:00") },
  ]
}

/** What is not as it should be at the stop `index`. */
function differences(popup: PopupState, index: number, today: string): string[] {
  const found: string[] = []
  const wanted: Record<string, Partial<Record<StepId, StepState>>> = {}
  for (const { states } of SIDE_BY_SIDE.slice(0, index + 1))
    for (const [title, changes] of Object.entries(states)) wanted[title] = { ...wanted[title], ...changes }
  if (popup.trainings.length !== Object.keys(wanted).length)
    found.push(`trainings: ${popup.trainings.map(({ title }) => title).join("; ")}`)
  for (const [title, states] of Object.entries(wanted)) {
    const training = trainingOf(popup, title)
    for (const [step, state] of Object.entries(states)) {
      const is = popup.steps.find((each) => each.training === training && each.id === step)?.state
      if (is !== state) found.push(`${title}: ${step}: ${is}, not ${state}`)
    }
  }
  for (const course of [webinar, selfPaced, offline]) {
    const training = trainingOf(popup, course.title)
    const redeemed = wanted[course.title]?.redeem === "done"
    for (const { id, opens, due } of wantedDeadlines(course, today, redeemed)) {
      const is = popup.deadlines.find((each) => each.training === training && each.id === id)
      if (is?.opens !== opens || is?.due !== due)
        found.push(`${course.title}: ${id}: ${is?.opens} to ${is?.due}, not ${opens} to ${due}`)
    }
  }
  return found
}

async function overviewOf(popup: Popup): Promise<Overview> {
  const { value } = await popup.page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
  return value
}

/** Waits until a site was read for the first time: a page that is left at once is not. */
function untilRead(popup: Popup, id: string): Promise<string> {
  return until(`${id} is read`, async () => {
    return (await overviewOf(popup)).sites.find(({ site }) => site === id)?.lastRead
  })
}

function untilReported(popup: Popup, wanted: NonNullable<SideStop["reported"]>): Promise<true> {
  return until(`${wanted.step} was reported ${wanted.state}`, async () => {
    const { journey } = await overviewOf(popup)
    const training = journey?.trainings.find(({ title }) => title === wanted.title)
    const step = training?.steps.find(({ id }) => id === wanted.step)
    return step?.reported?.state === wanted.state || undefined
  })
}

/**
 * Goes through the second act and waits at each stop until the popup says what it should; `arrived` is told of each.
 * Throws at the first stop where it does not.
 */
export async function walkSideBySide(
  session: Session,
  popup: Popup,
  arrived: (
    stop: SideStop,
    shown: PopupState,
    page: PracticePage,
    index: number,
  ) => Promise<void> = async () => {},
): Promise<void> {
  const places: Places = {
    session,
    popup,
    settings: await session.browser.extensionPage("options.html"),
    dashboard: await session.dashboard(),
    pintar: await session.site(PINTAR),
    karier: await session.site(KARIER),
    karsa: await session.site(KARSA),
  }
  const today = todayInJakarta()
  for (const [index, stop] of SIDE_BY_SIDE.entries()) {
    const page = await stop.act(places)
    let wrong: string[] = []
    const shown = await until(`the popup is right at "${stop.name}"`, async () => {
      await unfold(popup.page)
      const state = await popup.read()
      wrong = differences(state, index, today)
      return wrong.length === 0 ? state : undefined
    }).catch((cause) => {
      throw new Error(`${wrong.join("\n")}\n${cause instanceof Error ? cause.message : cause}`, { cause })
    })
    await fold(popup.page)
    if (stop.reported) await untilReported(popup, stop.reported)
    await arrived(stop, shown, page, index)
  }
}
