import { useEffect, useState } from "react"
import type { History } from "../journey/history"
import { ask } from "../messages/ask"
import type { Overview } from "../messages/overview"

/**
 * The day (civil date) on which each person's acceptance was announced, as far as it can be seen. What is stored for
 * painting tells it of whoever is looked at only, so the others' is asked for.
 */
export function useAnnouncements({ people, participant }: Overview): Record<string, string> {
  const [known, setKnown] = useState<Record<string, string>>({})
  const open = people.filter(({ locked }) => !locked).map(({ id }) => id)
  const others = open.filter((id) => id !== participant?.id).join(" ")
  useEffect(() => {
    let over = false
    for (const id of others.split(" ").filter(Boolean)) {
      void ask({ type: "history", participant: id }).then((reply) => {
        const on = reply.ok ? announcedOn(reply.value) : undefined
        if (!over && on !== undefined) setKnown((before) => ({ ...before, [id]: on }))
      })
    }
    return () => {
      over = true
    }
  }, [others])
  const own = participant && { [participant.id]: participant.announcedOn }
  return Object.fromEntries(Object.entries({ ...known, ...own }).filter(([id]) => open.includes(id)))
}

/** What the person last said of it; entries come newest first. */
function announcedOn({ entries }: History): string | undefined {
  return entries.find(
    ({ by, standing, on, steps }) =>
      by === "person" &&
      standing === "counts" &&
      on !== undefined &&
      steps.some(({ step, state }) => step === "accepted" && state === "done"),
  )?.on
}
