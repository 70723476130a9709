import { useEffect, useState } from "react"
import { ChevronIcon } from "./icons"
import { say } from "./language/words"

/** A part of a long page: the id of its element, and its name. */
export interface ContentsEntry {
  id: string
  label: string
}

/** As in own-page.css: from here on there is room for the list beside the page. */
const WIDE = "(min-width: 960px)"

/** The parts of a long page: beside it where there is room, otherwise above it, folded. */
export function PageContents({ entries }: { entries: readonly ContentsEntry[] }) {
  const [isOpen, open] = useState(isWide)
  useEffect(() => {
    const wide = window.matchMedia?.(WIDE)
    const follow = () => open(isWide())
    wide?.addEventListener("change", follow)
    return () => wide?.removeEventListener("change", follow)
  }, [])
  // The browser looked for the part that the address names before there was anything on the page.
  useEffect(() => {
    const id = location.hash.slice(1)
    if (id !== "") document.getElementById(id)?.scrollIntoView()
  }, [])
  return (
    <nav className="page-contents" aria-label={say("contents_heading")}>
      <details open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>
          {say("contents_heading")}
          <ChevronIcon />
        </summary>
        <ul>
          {entries.map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={() => !isWide() && open(false)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

function isWide(): boolean {
  return window.matchMedia?.(WIDE).matches ?? false
}
