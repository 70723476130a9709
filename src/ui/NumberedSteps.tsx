import { sayOf, type Values } from "./language/words"
import { SourceLine } from "./SourceLine"
import { useSession } from "./session"

/** A prerequisite that is a way to go, as the numbered sentences that `locales/` has of it, with its source. */
export function NumberedSteps({ id, values }: { id: string; values: Values }) {
  const { overview } = useSession()
  const prerequisite = overview.prerequisites.find((each) => each.id === id)
  return (
    <>
      <ol className="numbered">
        {sentences(id, values).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {prerequisite && <SourceLine source={prerequisite.source} />}
    </>
  )
}

function sentences(id: string, values: Values): string[] {
  const found: string[] = []
  for (;;) {
    const sentence = sayOf("prerequisite", id, String(found.length + 1), values)
    if (sentence === undefined) return found
    found.push(sentence)
  }
}
