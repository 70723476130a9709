import { useCallback, useEffect, useRef, useState } from "react"
import type { Overview, PersonView } from "../../messages/overview"
import type { Told } from "../Notice"

/** Whoever is looked at. */
export function currentPerson({ people }: Overview): PersonView | undefined {
  return people.find(({ current }) => current)
}

/** There is somebody, and their facts can be seen only with their passphrase. */
export function isLocked({ participant, journey, unreadable }: Overview): boolean {
  return participant !== undefined && journey === undefined && unreadable === undefined
}

/** What the page tells, as long as it is not about somebody else than is looked at now. */
export function useTold(
  overview: Overview | undefined,
): [Told | undefined, (told: Told | undefined) => void] {
  const [told, setTold] = useState<Told>()
  const tell = useCallback((next: Told | undefined) => setTold(next), [])
  const elsewhere = told?.about !== undefined && told.about !== overview?.participant?.id
  return [elsewhere ? undefined : told, tell]
}

/**
 * For the element that holds the page: when another person is looked at, or the same unlocked, and what had the focus
 * has gone with that, the focus comes here.
 */
export function useFocusKept(overview: Overview | undefined): React.RefObject<HTMLElement> {
  const page = useRef<HTMLElement>(null)
  const shown = overview && `${overview.participant?.id ?? ""} ${isLocked(overview)}`
  const before = useRef<string>()
  useEffect(() => {
    const changed = before.current !== undefined && before.current !== shown
    before.current = shown
    if (changed && document.activeElement === document.body) page.current?.focus({ preventScroll: true })
  }, [shown])
  return page
}
