import { type RefObject, useLayoutEffect, useRef, useState } from "react"

/** Until it is known how wide the place is. */
const USUAL = 320

/** The width of an element's content in pixels, as it changes. */
export function useWidth<E extends HTMLElement>(): [RefObject<E>, number] {
  const place = useRef<E>(null)
  const [width, setWidth] = useState(USUAL)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const measure = () => setWidth(Math.max(USUAL / 2, Math.round(element.clientWidth || USUAL)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width]
}
