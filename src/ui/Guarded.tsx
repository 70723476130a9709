import { Component, type ReactNode } from "react"
import { say } from "./language/words"
import { noteOwnFault } from "./own-faults"
import { OWN_PAGES } from "./pages"

interface Props {
  children: ReactNode
  /** What is shown in place of the part; a sentence where this is absent. */
  instead?: ReactNode
  /** When it changes, the part is tried again. */
  again?: unknown
}

interface State {
  failed: boolean
  again: unknown
}

/** A part of a page that, when something is thrown in it, leaves the rest of the page as it is and says so in its place. */
export class Guarded extends Component<Props, State> {
  override state: State = { failed: false, again: this.props.again }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ again }: Props, state: State): State | null {
    return again === state.again ? null : { failed: false, again }
  }

  override componentDidCatch(error: unknown): void {
    noteOwnFault(error)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return this.props.instead ?? <FailedPart />
  }
}

function FailedPart() {
  return (
    <div className="failed-part" role="status" data-failed-part>
      <p>{say("section_failed")}</p>
      <p>
        <a href={`/${OWN_PAGES.report}`} target="_blank" rel="noreferrer">
          {say("faults_open")}
        </a>
      </p>
    </div>
  )
}

/** In place of a whole page. */
export function FailedPage() {
  return (
    <main className="own-page" data-failed-page>
      <header>
        <h1>{say("page_failed_heading")}</h1>
      </header>
      <p>{say("page_failed_text")}</p>
      <p className="own-page-links">
        <button type="button" className="button" onClick={() => location.reload()}>
          {say("page_reload")}
        </button>
        <a href={`/${OWN_PAGES.popup}`}>{say("finished_overview")}</a>
        <a href={`/${OWN_PAGES.settings}`}>{say("settings_open")}</a>
        <a href={`/${OWN_PAGES.report}`} target="_blank" rel="noreferrer">
          {say("faults_open")}
        </a>
      </p>
    </main>
  )
}
