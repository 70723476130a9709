import { LESSONS } from "./state.js"

/**
 * What everybody but the participant does next (the programme, the institution, the bank): its action, the page
 * on which it shows, and a label for the time machine. Undefined while it is the participant's turn.
 */
export function othersTurn(state) {
  if (!state.signedIn) return undefined
  if (!state.accepted) return { label: "hasil seleksi keluar", path: "/", action: { type: "accept" } }
  const ready = state.trainings.find(
    ({ lessons, certificate, cancelled }) => lessons === LESSONS.length && !certificate && !cancelled,
  )
  if (ready)
    return { label: "sertifikat terbit", path: "/pelatihan-saya", action: { type: "certify", id: ready.id } }
  return paymentTurn(state) ?? surveyTurn(state)
}

function paymentTurn({ payments }) {
  const index = payments.findIndex(({ status }) => status === "waiting" || status === "scheduled")
  if (index < 0) return undefined
  const waiting = payments[index].status === "waiting"
  return {
    label: waiting ? "uang diberi tanggal" : "uang masuk",
    path: "/insentif",
    action: { type: "payment", index, status: waiting ? "scheduled" : "received" },
  }
}

function surveyTurn({ payments, surveys }) {
  const n = surveys.findIndex((survey) => survey !== "filled") + 1
  // The first follows the incentive, the second the payment for the first.
  if (n === 0 || payments.length < n || surveys[n - 1] === "open") return undefined
  const announced = surveys[n - 1] === "announced"
  return {
    label: announced ? "survei dibuka" : "survei diumumkan",
    path: "/",
    action: { type: announced ? "survey-open" : "survey-announced", n },
  }
}
