import { useEffect, useRef, useState } from "react"
import { say } from "../language/words"
import { failed, type Tell } from "../Notice"
import type { Summary } from "./summary"
import { summaryText } from "./summary-text"

/** What can be done with the summary: print it, or copy it into a form. */
export function SummaryActions({ summary, tell }: { summary: Summary; tell: Tell }) {
  const [byHand, setByHand] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(summaryText(summary))
      setByHand(false)
      tell({ words: say("summary_copied"), kind: "shown" })
    } catch {
      setByHand(true)
      tell({ ...failed(""), words: say("summary_copy_failed") })
    }
  }
  return (
    <>
      <div className="summary-actions">
        <button type="button" className="button small" data-action="print" onClick={() => window.print()}>
          {say("summary_print")}
        </button>
        <button
          type="button"
          className="button small quiet"
          data-action="copy-text"
          onClick={() => void copy()}
        >
          {say("summary_copy")}
        </button>
      </div>
      {byHand && <TextByHand text={summaryText(summary)} />}
    </>
  )
}

/** Where the browser does not let a page copy: the text, selected, to be copied by hand. */
function TextByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <textarea
      ref={field}
      className="summary-text"
      readOnly
      rows={12}
      value={text}
      aria-label={say("summary_text")}
    />
  )
}
