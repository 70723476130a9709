import { type RefObject, useEffect, useRef } from "react"

/** Takes the keyboard to the first field of a form that was just opened. */
export function useFirstField<E extends HTMLElement>(): RefObject<E> {
  const form = useRef<E>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input, select")?.focus()
  }, [])
  return form
}
