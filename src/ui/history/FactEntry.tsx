import { useId, useRef, useState } from "react"
import type { HistoryEntry } from "../../journey/history"
import { formatClock, formatDate, formatOwnTime } from "../language/formats"
import { say } from "../language/words"
import { useSession } from "../session"
import { Correction } from "./Correction"
import { FactActions } from "./FactActions"
import { factWords, isolated, particularLines, standingWords } from "./fact-words"

interface Props {
  entry: HistoryEntry
  /** The entry that it answers, takes back or rejects. */
  about: HistoryEntry | undefined
  /** Whether its training is told. */
  titled: boolean
}

/** One thing that was noted: what, by whom, when, how it stands, and what can be done about it. */
export function FactEntry({ entry, about, titled }: Props) {
  const { overview, journey } = useSession()
  const [correcting, setCorrecting] = useState(false)
  const place = useRef<HTMLLIElement>(null)
  const [headline, standing] = [useId(), useId()]
  const words = factWords(entry, about, overview.wallets)
  // What was pressed may be gone with its answer; the entry stays, and says how it stands now.
  const stay = () => place.current?.focus()
  const close = () => {
    setCorrecting(false)
    stay()
  }
  return (
    <li
      ref={place}
      className="fact"
      data-fact={entry.id}
      data-kind={entry.kind}
      data-standing={entry.standing}
      tabIndex={-1}
      aria-labelledby={`${headline} ${standing}`}
    >
      <p className="fact-words" id={headline}>
        {words}
      </p>
      <p className="fact-standing" id={standing}>
        {standingWords(entry.standing)}
      </p>
      {entry.words !== undefined && (
        <q className="evidence-words">
          <bdi>{entry.words}</bdi>
        </q>
      )}
      {entry.by === "page" && entry.on !== undefined && (
        <p className="fact-on">{say("told_on", { date: formatDate(entry.on) })}</p>
      )}
      {entry.particulars && <Particulars lines={particularLines(entry.particulars, journey)} />}
      {titled &&
        entry.title !== undefined &&
        entry.kind !== "training" &&
        entry.particulars?.title !== entry.title && (
          <p className="fact-training">
            <bdi>{entry.title}</bdi>
          </p>
        )}
      <p className="fact-by">
        {entry.by === "person" ? say("told_by_you") : whereSeen(entry)}
        {" · "}
        <Clock at={entry.at} />
      </p>
      {entry.can.length > 0 && (
        <FactActions
          entry={entry}
          words={words}
          correcting={correcting}
          onCorrect={() => setCorrecting(!correcting)}
          onActed={stay}
        />
      )}
      {correcting && <Correction entry={entry} onDone={close} />}
    </li>
  )
}

function whereSeen({ site = "", host = "" }: HistoryEntry): string {
  return site === "" || site === host ? host : say("told_by_page", { site, host: isolated(host) })
}

/** The clock of an instant whose day is told above it. */
function Clock({ at }: { at: string }) {
  const { journey } = useSession()
  const own = formatOwnTime(at, journey)
  return (
    <time dateTime={at}>
      {formatClock(at, journey)}
      {own !== undefined && ` (${say("own_time", { when: own })})`}
    </time>
  )
}

function Particulars({ lines }: { lines: readonly { label: string; value: string }[] }) {
  return (
    <dl className="fact-particulars">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
