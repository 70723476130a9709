/** Who waits for an answer. */
export interface Callers {
  /** Counts somebody until they are answered; gives the answer back. */
  answering<Answer>(answer: Promise<Answer>): Promise<Answer>
  /** Settles once everybody who waits by now has been answered, whatever with. */
  answered(): Promise<void>
}

export function callersOf(): Callers {
  const waiting = new Set<Promise<unknown>>()
  return {
    answering(answer) {
      waiting.add(answer)
      const leave = () => waiting.delete(answer)
      answer.then(leave, leave)
      return answer
    },
    async answered() {
      await Promise.allSettled(waiting)
    },
  }
}
