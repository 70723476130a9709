import { useState } from "react"
import { saveFile } from "../files/download"
import { say } from "../language/words"

/** A part that scrolls by itself, also by the keyboard. */
export function LongText({
  label,
  kind,
  children,
}: {
  label: string
  kind: "outline" | "json" | "faults"
  children: string
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reachable by the keyboard
    <section className="report-text" aria-label={label} tabIndex={0}>
      <pre data-report-text={kind}>{children}</pre>
    </section>
  )
}

interface Saved {
  name: string
  json: string
  action: string
  label: string
  /** Beside the button that saves. */
  children?: React.ReactNode
}

/** The button that saves a file, and what it says once it is saved. */
export function SaveAs({ name, json, action, label, children }: Saved) {
  const [saved, setSaved] = useState(false)
  const save = () => {
    saveFile(name, json)
    setSaved(true)
  }
  return (
    <>
      <div className="report-buttons">
        <button type="button" className="button" data-action={action} onClick={save}>
          {label}
        </button>
        {children}
      </div>
      <p className={saved ? "notice" : "visually-hidden"} role="status">
        {saved && say("report_saved", { file: name })}
      </p>
    </>
  )
}
