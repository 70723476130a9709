/** How many messages a tab may send at once, how many more each second, and how many of them may be under way. */
interface Rate {
  atOnce: number
  perSecond: number
  underWay: number
}

/**
 * A person who clicks through a busy dashboard as fast as it answers sends two a second for a while; a page that is read
 * only when it has settled, at most four.
 */
const READS: Rate = { atOnce: 240, perSecond: 2, underWay: 4 }
/** Answers to the card are clicks of a person. */
const CLICKS: Rate = { atOnce: 10, perSecond: 0.1, underWay: 2 }

/** What a tab sends. Of each as much as if it sent nothing else: what helps on a page is asked for once a read. */
export type Sent = "read" | "question" | "click"
const RATES: Readonly<Record<Sent, Rate>> = { read: READS, question: READS, click: CLICKS }

/** So many are remembered, two or three of a tab; beyond, those that have not been heard of for long are forgotten. */
const MOST_PURSES = 1000

interface Purse {
  left: number
  at: number
  underWay: number
}

/** What the tabs of pages may still send, so that none can keep the background busy. Kept in memory only. */
export interface Allowance {
  /** Takes one message of a tab. @returns what is to be called when it was answered; undefined when it is too much */
  take(tab: number, sent: Sent): (() => void) | undefined
}

/** @param clock milliseconds, from any moment on */
export function newAllowance(clock: () => number): Allowance {
  const purses = new Map<string, Purse>()
  return {
    take(tab, sent) {
      const rate = RATES[sent]
      const name = `${tab} ${sent}`
      const at = clock()
      const purse = purses.get(name) ?? { left: rate.atOnce, at, underWay: 0 }
      const gained = (Math.max(0, at - purse.at) / 1000) * rate.perSecond
      purse.left = Math.min(rate.atOnce, purse.left + gained)
      purse.at = at
      // The one heard of last comes last, so that the first are those to forget.
      purses.delete(name)
      purses.set(name, purse)
      if (purses.size > MOST_PURSES)
        for (const [first] of purses) {
          purses.delete(first)
          break
        }
      if (purse.left < 1 || purse.underWay >= rate.underWay) return undefined
      purse.left -= 1
      purse.underWay += 1
      return () => {
        purse.underWay -= 1
      }
    },
  }
}
