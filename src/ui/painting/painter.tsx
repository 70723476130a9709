import { renderToString } from "react-dom/server"
import type { Overview, TabJudgement } from "../../messages/overview"
import { Home } from "../journey/Home"
import { loadWords } from "../language/wordFiles"
import { foreignLanguage, speak } from "../language/words"
import { FirstOverviewProvider } from "../useOverview"
import { isToldOf, paintingWith } from "./making"
import { paintedIn } from "./markup"
import type { Painted, Painting } from "./painting"

/** The popup's own components, rendered where there is no page: for the background. */

/** Every tab is painted alike. */
const SOME_TAB = { tab: 0 }

/** What the popup shows when it is opened. @throws what any part of it throws */
function pictureOf(overview: Overview, verdict?: TabJudgement): Painted[] {
  const tab = verdict && { ...verdict, ...SOME_TAB }
  return paintedIn(
    renderToString(
      <FirstOverviewProvider value={overview}>
        <Home tab={tab} />
      </FirstOverviewProvider>,
    ),
  )
}

/**
 * The painting of an overview, in the language that the person wants.
 * @param verdict on the tab over which the popup may be opened
 * @param run runs a script of the build by its path
 * @throws what any part of the popup throws, or Error when its words cannot be loaded
 */
async function paint(
  overview: Overview,
  verdict: TabJudgement | undefined,
  run: (path: string) => Promise<void>,
): Promise<Painting> {
  const foreign = foreignLanguage(overview.preferences.language)
  speak(foreign && (await loadWords(foreign, run)))
  const told = isToldOf(verdict) ? verdict : undefined
  const now = Date.now()
  return paintingWith(pictureOf(overview, told), overview, told, now)
}

export const painter = { paint }
export type Painter = typeof painter
