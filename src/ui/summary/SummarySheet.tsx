import type { Summary, SummaryPart, SummaryRow } from "./summary"

/** The sheet that is printed: on paper nothing else of the page is. */
export function SummarySheet({ summary: { heading, facts, parts, notes } }: { summary: Summary }) {
  return (
    <article className="sheet" data-summary>
      <h2>{heading}</h2>
      <dl className="sheet-facts">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {parts.map((part) => (
        <Part key={part.id} part={part} />
      ))}
      <div className="sheet-notes">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </article>
  )
}

function Part({ part: { id, heading, about, rows } }: { part: SummaryPart }) {
  return (
    <section className="sheet-part" data-part={id}>
      <h3>
        <bdi>{heading}</bdi>
      </h3>
      {about.map((line) => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      ))}
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Row({ row: { id, title, standing, lines, address } }: { row: SummaryRow }) {
  return (
    <li className="sheet-row" data-row={id}>
      <p className="sheet-title">
        <strong>{title}</strong> <span>{standing}</span>
      </p>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines neither move nor hold anything
        <p key={index}>
          <bdi>{line}</bdi>
        </p>
      ))}
      {address !== undefined && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {new URL(address).host}
          </a>
        </p>
      )}
    </li>
  )
}
