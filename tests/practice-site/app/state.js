/*
 * The simulated person's state: plain data, changed only by `reduce`. Nothing here touches the page.
 * Statuses of a payment: waiting, scheduled, received, failed. Of a survey: none, announced, open, filled.
 */

import { datesOf } from "./courses.js"
import { addDays } from "./dates.js"

/** Nobody has come yet. `today` is a civil date "2024-08-30". */
export function initialState(today) {
  return {
    today,
    signedIn: false,
    accepted: false,
    flagged: false,
    videos: 0,
    wallet: null,
    trainings: [],
    payments: [],
    surveys: ["none", "none"],
  }
}

/** What has to be done in a training before the certificate is issued, in order. */
export const LESSONS = ["attended", "preTest", "tpm", "feedback", "postTest", "skills"]

const INCENTIVE = 600_000
const SURVEY_PAY = 50_000
const BALANCE = 3_500_000

/** Training balance left, in rupiah. */
export function balance(state) {
  return BALANCE - state.trainings.reduce((sum, { price, cancelled }) => sum + (cancelled ? 0 : price), 0)
}

const changeAt = (list, index, change) => list.map((item, i) => (i === index ? change(item) : item))

const changeTraining = (state, id, change) => ({
  ...state,
  trainings: state.trainings.map((training) => (training.id === id ? { ...training, ...change } : training)),
})

const pay = (state, amount) => ({
  ...state,
  payments: [...state.payments, { amount, status: "waiting", date: state.today }],
})

const changeSurvey = (state, n, survey) => ({
  ...state,
  surveys: changeAt(state.surveys, n - 1, () => survey),
})

const ACTIONS = {
  "sign-in": (state) => ({ ...state, signedIn: true }),
  "sign-out": (state) => ({ ...state, signedIn: false }),
  accept: (state) => ({ ...state, accepted: true }),
  flag: (state) => ({ ...state, flagged: true }),
  watch: (state) => ({ ...state, videos: Math.min(3, state.videos + 1) }),
  link: (state, { provider }) => ({ ...state, wallet: { provider } }),
  unlink: (state) => ({ ...state, wallet: null }),
  buy: (state, { course }) => {
    const bought = {
      id: course.id,
      title: course.title,
      provider: course.provider,
      mode: course.mode,
      price: course.price,
      code: course.code,
      boughtOn: state.today,
      ...datesOf(course, state.today),
      redeemed: false,
      lessons: 0,
      certificate: false,
      reviewed: false,
      cancelled: false,
    }
    return state.trainings.some(({ id }) => id === course.id)
      ? state
      : { ...state, trainings: [...state.trainings, bought] }
  },
  cancel: (state, { id }) => changeTraining(state, id, { cancelled: true }),
  redeem: (state, { id }) => changeTraining(state, id, { redeemed: true }),
  learn: (state, { id }) => {
    const training = state.trainings.find((each) => each.id === id)
    return changeTraining(state, id, { lessons: Math.min(LESSONS.length, (training?.lessons ?? 0) + 1) })
  },
  certify: (state, { id }) => changeTraining(state, id, { certificate: true, lessons: LESSONS.length }),
  review: (state, { id }) => {
    const first = state.trainings.find((each) => !each.cancelled)
    const reviewed = changeTraining(state, id, { reviewed: true })
    // Only the first training brings the incentive.
    return first?.id === id && state.payments.length === 0 ? pay(reviewed, INCENTIVE) : reviewed
  },
  payment: (state, { index, status }) => ({
    ...state,
    payments: changeAt(state.payments, index, (payment) => ({
      ...payment,
      status,
      date: status === "scheduled" ? addDays(state.today, 1) : state.today,
    })),
  }),
  "survey-announced": (state, { n }) => changeSurvey(state, n, "announced"),
  "survey-open": (state, { n }) => changeSurvey(state, n, "open"),
  "survey-filled": (state, { n }) => pay(changeSurvey(state, n, "filled"), SURVEY_PAY),
}

/** The state after one action `{ type, … }`; an unknown action is an error. */
export function reduce(state, action) {
  const act = ACTIONS[action.type]
  if (!act) throw new Error(`unknown action ${action.type}`)
  return act(state, action)
}
