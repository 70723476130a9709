import { type RefObject, useEffect, useRef } from "react"
import browser from "webextension-polyfill"
import { type Overview, PAINTING_KEY, STAMP_KEY, type TabJudgement } from "../../messages/overview"
import { complain } from "../complain"
import { isToldOf, mayBeKept, paintingWith } from "./making"
import { ABOUT_TAB, type Painting, paintingOf } from "./painting"

/** After any of these the page may be otherwise than it would be opened. */
const DOINGS = ["click", "input", "submit", "toggle"]

interface Shown {
  /** Undefined as long as the background has not said that it is so. */
  overview: Overview | undefined
  /** Null while it is not known. */
  verdict: TabJudgement | undefined | null
  /** Something is told that belongs to this moment only. */
  telling: boolean
}

/** Keeps what the page shows, once it stands still and before anything is done on it, to be painted when it is next opened. */
export function usePainting(page: RefObject<HTMLElement>, { overview, verdict, telling }: Shown): void {
  const touched = useRef(false)
  useEffect(() => {
    const touch = () => {
      touched.current = true
    }
    for (const doing of DOINGS) document.addEventListener(doing, touch, true)
    return () => {
      for (const doing of DOINGS) document.removeEventListener(doing, touch, true)
    }
  }, [])
  useEffect(() => {
    const place = page.current?.parentElement
    if (!place || !overview || verdict === null || telling || !mayBeKept(overview)) return
    const keepIt = () => {
      if (!touched.current) keep(paintingFrom(place, overview, verdict)).catch(complain)
    }
    const waiting = setTimeout(keepIt, STILL_MILLISECONDS)
    return () => clearTimeout(waiting)
  }, [page, overview, verdict, telling])
}

const STILL_MILLISECONDS = 100

function paintingFrom(place: Element, overview: Overview, verdict: TabJudgement | undefined): Painting {
  const told = isToldOf(verdict) ? verdict : undefined
  return paintingWith(paintingOf(place, told ? [] : ABOUT_TAB), overview, told, Date.now())
}

/** In memory only, and only as long as the overview is the one that is kept. */
async function keep(painting: Painting): Promise<void> {
  const { session } = browser.storage
  if ((await session.get(STAMP_KEY))[STAMP_KEY] !== painting.stamp) return
  await session.set({ [PAINTING_KEY]: painting })
}
