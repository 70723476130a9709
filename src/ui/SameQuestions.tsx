/** Asks, once each, whether a training known from one site is one known from another. */
export function SameQuestions() {
  return null
}
