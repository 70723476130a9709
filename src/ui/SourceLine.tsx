import type { Source } from "../programmes/schema-basics"
import { formatDate } from "./language/formats"
import { say, sayOf } from "./language/words"
import { safeAddress } from "./pages"

/** Where a rule comes from and when it was last compared with that. */
export function SourceLine({ source }: { source: Source }) {
  const words = say("source_line", {
    source: sayOf("source", source.of) ?? source.of,
    date: formatDate(source.checkedOn),
  })
  const address = safeAddress(source.url)
  return (
    <p className="source">
      {address === undefined ? (
        words
      ) : (
        <a href={address} target="_blank" rel="noreferrer">
          {words}
        </a>
      )}
    </p>
  )
}
