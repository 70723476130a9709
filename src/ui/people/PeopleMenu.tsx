import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"
import type { PersonView } from "../../messages/overview"
import { ChevronIcon, PencilIcon, PlusIcon } from "../icons"
import { say } from "../language/words"
import { failed } from "../Notice"
import { openOwnPage } from "../pages"
import { useCommonSession } from "../session"
import { currentPerson } from "./people"

/**
 * Who is looked at, as a button, and what that opens: everybody on this browser, and the way to add one. The two stand
 * apart, so that each page puts them where it has room.
 */
export function usePeopleMenu(): { opener: ReactNode; list: ReactNode } {
  const { overview } = useCommonSession()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  const person = currentPerson(overview)
  if (!person) return { opener: null, list: null }
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return {
    opener: (
      <button
        ref={opener}
        type="button"
        className="people-opener"
        data-action="open-people"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span>
          <bdi>{person.displayName}</bdi> · {say("wave", { wave: person.wave })}
          <span className="visually-hidden">. {say("people_open")}</span>
        </span>
        <ChevronIcon />
      </button>
    ),
    list: open && (
      <PeopleList id={id} opener={opener.current} onDone={close} onLeave={() => setOpen(false)} />
    ),
  }
}

interface ListProps {
  id: string
  opener: HTMLElement | null
  /** Something was chosen, or given up: back to where one came from. */
  onDone: () => void
  /** The person has gone elsewhere on the page. */
  onLeave: () => void
}

function PeopleList({ id, opener, onDone, onLeave }: ListProps) {
  const { overview, attempt, tell } = useCommonSession()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus(), [])
  useEffect(() => {
    const leave = ({ target }: Event) => {
      const inside = target instanceof Node && (list.current?.contains(target) || opener?.contains(target))
      if (!inside) onLeave()
    }
    document.addEventListener("pointerdown", leave)
    document.addEventListener("focusin", leave)
    return () => {
      document.removeEventListener("pointerdown", leave)
      document.removeEventListener("focusin", leave)
    }
  }, [opener, onLeave])

  const go = (page: "add" | "people") => {
    onDone()
    void openOwnPage(page)
  }
  const look = async ({ id: participant, displayName, current }: PersonView) => {
    onDone()
    if (current) return
    const failure = await attempt({ type: "switch-participant", participant })
    tell(
      failure === undefined
        ? { words: say("people_switched", { name: displayName }), kind: "heard", about: participant }
        : failed(failure),
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div ref={list} id={id} className="people-list" onKeyDown={(event) => move(event, onDone)}>
      <ul aria-label={say("people_heading")}>
        {overview.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              data-action="switch-participant"
              value={person.id}
              aria-current={person.current}
              onClick={() => void look(person)}
            >
              <bdi>{person.displayName}</bdi>
              <span className="people-about">
                {say("wave", { wave: person.wave })}
                {person.current && ` · ${say("people_current")}`}
                {person.locked && ` · ${say("people_locked")}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" data-action="add-participant" onClick={() => go("add")}>
        <PlusIcon />
        {say("people_add")}
      </button>
      <button type="button" data-action="manage-people" onClick={() => go("people")}>
        <PencilIcon />
        {say("people_manage")}
      </button>
    </div>
  )
}

/** Escape gives up; the arrows go up and down beside the tabulator. */
function move(event: KeyboardEvent<HTMLElement>, onDone: () => void): void {
  if (event.key === "Escape") {
    event.stopPropagation()
    event.preventDefault()
    onDone()
    return
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const buttons: (Element | null)[] = [...event.currentTarget.querySelectorAll("button")]
  const at = buttons.indexOf(document.activeElement)
  const next = buttons.at((at + by) % buttons.length)
  if (next instanceof HTMLElement) next.focus()
}
