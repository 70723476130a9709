import type { Fact } from "../../../src/journey/facts"
import { programmes } from "../../../src/programmes/registry"
import { until } from "../../browser/until"

/** Signals that are never noted as facts: whose account a page shows. */
const NO_PROGRESS = new Set(
  programmes.flatMap(({ sites }) =>
    sites.flatMap(({ signals }) => signals.filter(({ claims }) => claims.length === 0).map(({ id }) => id)),
  ),
)

/** What a witness in the content script tells; see `witness.ts`. */
export type Told =
  | { script: string; what: "began" }
  | { script: string; what: "timer" }
  | { script: string; what: "sent"; read: string; observations: Observed[] }
  | { script: string; what: "answered"; read: string; reply: unknown }
  | { script: string; what: "failed"; read: string; error: string }

interface Observed {
  signal: string
  words: string
  values?: { amount?: number }
  training?: { title: string }
}

/** One read of a page as it was sent, and every answer that came. */
interface SentRead {
  observations: Observed[]
  sent: number
  /** Numbers of facts that were acknowledged. */
  noted: number[]
}

/** What a page of the drill showed and sent, and what of it was acknowledged. */
export class Ledger {
  readonly told: Told[] = []
  readonly reads = new Map<string, SentRead>()

  take(told: Told): void {
    this.told.push(told)
    if (told.what === "sent") {
      const known = this.reads.get(told.read)
      if (known) known.sent += 1
      else this.reads.set(told.read, { observations: told.observations, sent: 1, noted: [] })
    } else if (told.what === "answered" && isNoted(told.reply))
      this.reads.get(told.read)?.noted.push(told.reply.value.noted)
  }

  count(what: Told["what"]): number {
    return this.told.filter((each) => each.what === what).length
  }

  /** Resolves with whether something of this kind was told since `count` told so many. */
  async hears(what: Told["what"], since: number, timeout: number): Promise<boolean> {
    const came = until(what, () => (this.count(what) > since ? true : undefined), timeout)
    return came.catch(() => false)
  }

  /** Whether the read that showed this amount was acknowledged. */
  isAcknowledged(amount: number): boolean {
    return this.acknowledged().some(([, { observations }]) => shows(observations, amount))
  }

  acknowledged(): [id: string, SentRead][] {
    return [...this.reads].filter(([, { noted }]) => noted.length > 0)
  }

  /** Whatever was not answered is no longer waited for: the page that sent it is gone. */
  forgetUnanswered(): void {
    for (const [read] of this.unanswered()) this.reads.delete(read)
  }

  unanswered(): [id: string, SentRead][] {
    return [...this.reads].filter(([, { noted }]) => noted.length === 0)
  }

  /**
   * What these facts, which are all there are, lack of what was acknowledged, and what they have twice. Every amount and title
   * of the drill is shown once only, in time, so that it may be noted once only.
   */
  breaches(facts: readonly Pick<Fact, "id">[]): string[] {
    const found: string[] = []
    const seen = facts.filter(
      (fact): fact is Extract<Fact, { by: "page" }> => "by" in fact && fact.by === "page",
    )
    const of = (read: string) => facts.filter(({ id }) => id.startsWith(`${read}.`)).length
    for (const [read, { observations, noted }] of this.acknowledged()) {
      const most = Math.max(...noted)
      if (most > 0 && of(read) !== most) found.push(`read ${read}: ${most} acknowledged, ${of(read)} there`)
      if (noted.filter((count) => count > 0).length > 1) found.push(`read ${read} was noted twice: ${noted}`)
      if (seen.length === 0) continue
      for (const { signal, words, values, training } of observations) {
        if (NO_PROGRESS.has(signal)) continue
        const there = seen.some(
          (fact) =>
            fact.signal === signal &&
            fact.words === words &&
            fact.values?.amount === values?.amount &&
            fact.particulars?.title === training?.title,
        )
        if (!there) found.push(`read ${read}: ${signal} "${words}" is missing`)
      }
    }
    const contents = seen.map(({ signal, words, values, particulars }) =>
      JSON.stringify([signal, words, values?.amount, particulars?.title]),
    )
    for (const twice of new Set(contents.filter((each, index) => contents.indexOf(each) !== index)))
      found.push(`twice: ${twice}`)
    const trainings = new Map<string, Set<string>>()
    for (const { training, particulars } of seen) {
      if (training === undefined || !particulars) continue
      const ids = trainings.get(particulars.title ?? "") ?? new Set()
      trainings.set(particulars.title ?? "", ids.add(training))
    }
    for (const [title, ids] of trainings) if (ids.size > 1) found.push(`${ids.size} trainings are "${title}"`)
    return found
  }
}

function shows(observations: readonly Observed[], amount: number): boolean {
  return observations.some(({ values }) => values?.amount === amount)
}

function isNoted(reply: unknown): reply is { ok: true; value: { noted: number } } {
  const answer = reply as { ok?: boolean; value?: { noted?: unknown } } | undefined
  return answer?.ok === true && typeof answer.value?.noted === "number"
}
