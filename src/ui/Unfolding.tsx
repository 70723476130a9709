import { type MouseEvent, type ReactNode, useState } from "react"

interface Props {
  className: string
  /** The `summary` element. */
  summary: ReactNode
  /** Stands in it from the start, folded or not. */
  always?: ReactNode
  children: ReactNode
}

/** A part that is made only when it is unfolded for the first time: most are never looked into. */
export function Unfolding({ className, summary, always, children }: Props) {
  const [unfolded, setUnfolded] = useState(false)
  // Before the browser shows what is inside.
  const press = ({ target, currentTarget }: MouseEvent) => {
    const pressed = target instanceof Element && target.closest("summary")?.parentElement === currentTarget
    if (pressed) setUnfolded(true)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys press a summary too, and the browser tells that as a click
    <details
      className={className}
      onClick={press}
      onToggle={({ target, currentTarget }) =>
        target === currentTarget && currentTarget.open && setUnfolded(true)
      }
    >
      {summary}
      {unfolded && children}
      {always}
    </details>
  )
}
