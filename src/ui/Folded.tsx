import { type ReactNode, useEffect, useRef } from "react"
import { ChevronIcon } from "./icons"

/** A part of a long page that is unfolded by its heading, or by an address that names it. */
export function Folded({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  const place = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const unfold = () => {
      if (location.hash !== `#${id}` || !place.current) return
      place.current.open = true
      place.current.scrollIntoView()
    }
    unfold()
    addEventListener("hashchange", unfold)
    return () => removeEventListener("hashchange", unfold)
  }, [id])
  return (
    <details className="folded" id={id} ref={place}>
      <summary>
        <h3>{heading}</h3>
        <ChevronIcon />
      </summary>
      <div>{children}</div>
    </details>
  )
}
