import { useEffect, useRef, useState } from "react"
import type { PersonView } from "../../messages/overview"
import { PlusIcon } from "../icons"
import { say } from "../language/words"
import { openOwnPage } from "../pages"
import { useCommonSession } from "../session"
import { useAnnouncements } from "../useAnnouncements"
import { PersonRow, type PersonTask } from "./PersonRow"
import { isLocked } from "./people"
import { Unlock } from "./Unlock"

/** The part of an address that leads here. */
const PLACE = "people"

/** Who is on this browser: looked at, changed, locked, removed. */
export function PeopleSettings() {
  const { overview } = useCommonSession()
  const announcements = useAnnouncements(overview)
  const [open, setOpen] = useState<{ person: string; task: PersonTask }>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (location.hash === `#${PLACE}`) heading.current?.focus()
  }, [])
  const row = (person: PersonView) => (
    <PersonRow
      key={person.id}
      person={person}
      announcedOn={announcements[person.id]}
      task={open?.person === person.id ? open.task : undefined}
      onTask={(task) => setOpen(task && { person: person.id, task })}
      onRemoved={() => {
        setOpen(undefined)
        heading.current?.focus()
      }}
    />
  )
  return (
    <>
      {isLocked(overview) && <Unlock />}
      <section className="panel people" id={PLACE} aria-labelledby="people-heading">
        <h2 id="people-heading" ref={heading} tabIndex={-1}>
          {say("people_heading")}
        </h2>
        <p>{say("people_text")}</p>
        {overview.people.length > 0 && <ul className="people-rows">{overview.people.map(row)}</ul>}
        <button
          type="button"
          className="button small"
          data-action="add-participant"
          onClick={() => void openOwnPage("add")}
        >
          <PlusIcon />
          {say("people_add")}
        </button>
      </section>
    </>
  )
}
