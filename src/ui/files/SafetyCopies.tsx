import { useEffect, useState } from "react"
import { ask } from "../../messages/ask"
import type { SafetyCopyView } from "../../messages/overview"
import { formatInstant } from "../language/formats"
import { say } from "../language/words"
import type { Tell } from "../Notice"
import { failed } from "../Notice"
import { useCommonSession } from "../session"

/** The copies that were made by themselves before something was restored, each to be put back as it was. */
export function SafetyCopies({ tell }: { tell: Tell }) {
  const { overview, attempt } = useCommonSession()
  const [copies, setCopies] = useState<SafetyCopyView[]>([])
  const [asked, setAsked] = useState<string>()

  // Every change of what is kept is a change of the overview.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with every overview
  useEffect(() => {
    void ask({ type: "safety-copies" }).then((reply) => {
      if (reply.ok) setCopies(reply.value)
    })
  }, [overview])

  const putBack = async (copy: string) => {
    const failure = await attempt({ type: "restore-copy", copy })
    setAsked(undefined)
    tell(failure === undefined ? { words: say("copy_restored"), kind: "shown" } : failed(failure))
  }

  if (copies.length === 0) return null
  return (
    <section className="copies" aria-labelledby="copies-heading">
      <h3 id="copies-heading">{say("copies_heading")}</h3>
      <p>{say("copies_text")}</p>
      <ul>
        {copies.map(({ id, at, people, facts }) => (
          <li key={id} data-copy={id}>
            <p>
              <strong>{formatInstant(at, overview.programme)}</strong>
              <br />
              {say("copy_content", { people, facts })}
            </p>
            {asked === id ? (
              <div className="copy-question">
                <p>{say("copy_question")}</p>
                <div className="backup-buttons">
                  <button
                    type="button"
                    className="button small"
                    data-action="confirm-copy"
                    ref={(button) => button?.focus()}
                    onClick={() => void putBack(id)}
                  >
                    {say("copy_confirm")}
                  </button>
                  <button
                    type="button"
                    className="button small quiet"
                    data-action="cancel-copy"
                    onClick={() => setAsked(undefined)}
                  >
                    {say("restore_cancel")}
                  </button>
                </div>
              </div>
            ) : (
              <button
                type="button"
                className="button small quiet"
                data-action="restore-copy"
                onClick={() => setAsked(id)}
              >
                {say("copy_restore")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
