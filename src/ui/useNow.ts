import { useEffect, useState } from "react"

const MINUTE = 60_000

/** The present, in milliseconds, anew at the start of every minute and when the page is looked at again. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE))
    }
    const tick = () => {
      clearTimeout(timer)
      setNow(Date.now())
      wait()
    }
    wait()
    document.addEventListener("visibilitychange", tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", tick)
    }
  }, [])
  return now
}
