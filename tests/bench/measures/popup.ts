import { type Opened, painted, tell } from "../browser"
import { FEW_FACTS, MANY_FACTS } from "../history"
import { type Opening, openPopup } from "../popups"
import { type Held, type Measured, ratio } from "../result"
import { inTurn } from "../rounds"
import type { Stage } from "../stage"

const AGAIN = "ours, opened again"
const CHANGED = "ours, first after a change"
const AT_ONCE = "ours, at once after a change"

/** Something that a person changes, which makes what was shown before outdated. */
async function change(opened: Opened): Promise<void> {
  const { preferences } = await tell<{ preferences: { hints: boolean } }>(opened, { type: "overview" })
  await tell(opened, {
    type: "change-preferences",
    preferences: { ...preferences, hints: !preferences.hints },
  })
}

const changedAndOpened = (opened: Opened) => async () => {
  await change(opened)
  await painted(opened)
  return openPopup(opened)
}

/** Before the background has painted it, so that the popup renders it itself. */
const changedAndOpenedAtOnce = (opened: Opened) => async () => {
  await change(opened)
  return openPopup(opened)
}

type Part = keyof Opening
const WHAT: Readonly<Record<Part, string>> = {
  firstPaint: "first contentful paint",
  nextStep: "next step on the screen",
  script: "script time",
}
const PARTS = Object.keys(WHAT) as Part[]

type Openings = Readonly<Record<string, readonly Opening[]>>
const valuesOf = (found: Openings, name: string, part: Part) =>
  (found[name] ?? []).map((opening) => opening[part])

/**
 * Popups, each opened as a tab in a fresh page. Ours three times: again after it was opened before (nothing has changed), for the first
 * time after something has changed, and sooner after a change than the background paints. The bare one is the same document, element for element, without a script; the React one renders
 * the same elements from IndexedDB.
 */
export async function measurePopups(stage: Stage): Promise<Measured> {
  const [ours, bare, react] = [await stage.ours(), await stage.bare(), await stage.react()]
  const others = [await stage.autoconsent(), ...(await stage.peers())].filter(({ popup }) => popup)
  const found: Openings = await inTurn(stage.rounds, {
    [bare.name]: () => openPopup(bare),
    [react.name]: () => openPopup(react),
    [AT_ONCE]: changedAndOpenedAtOnce(ours),
    [CHANGED]: changedAndOpened(ours),
    [AGAIN]: () => openPopup(ours),
    ...Object.fromEntries(others.map((each) => [each.name, () => openPopup(each)])),
  })
  const of = (name: string, part: Part) => valuesOf(found, name, part)
  const barsOf = (name: string, part: Part): Held[] => {
    if (![AGAIN, CHANGED, AT_ONCE].includes(name)) return []
    if (part === "firstPaint") return [ratio("bare probe", of(name, part), of(bare.name, part), 1.15)]
    if (part === "nextStep") return [ratio("own first paint", of(name, part), of(name, "firstPaint"), 1.3)]
    return [ratio("plain React", of(name, part), of(react.name, part), 0.5)]
  }
  return PARTS.flatMap((part) =>
    Object.keys(found)
      .filter((name) => part !== "nextStep" || !others.some((other) => other.name === name))
      .map((name) => ({
        what: `popup: ${WHAT[part]}`,
        of: name,
        unit: "ms",
        values: of(name, part),
        bars: barsOf(name, part),
      })),
  )
}

/** The same popup with 1,000 and with 100,000 facts behind it. */
export async function measureLongHistory(stage: Stage): Promise<Measured> {
  const [few, many] = [await stage.ours(FEW_FACTS), await stage.ours(MANY_FACTS)]
  const found: Openings = await inTurn(stage.rounds, {
    [`${CHANGED}, 1,000 facts`]: changedAndOpened(few),
    [`${CHANGED}, 100,000 facts`]: changedAndOpened(many),
    [`${AGAIN}, 1,000 facts`]: () => openPopup(few),
    [`${AGAIN}, 100,000 facts`]: () => openPopup(many),
  })
  return PARTS.flatMap((part) =>
    [AGAIN, CHANGED].flatMap((when) => {
      const less = valuesOf(found, `${when}, 1,000 facts`, part)
      const more = valuesOf(found, `${when}, 100,000 facts`, part)
      const line = { what: `popup: ${WHAT[part]}`, unit: "ms" }
      return [
        { ...line, of: `${when}, 1,000 facts`, values: less },
        {
          ...line,
          of: `${when}, 100,000 facts`,
          values: more,
          bars: [ratio("1,000 facts", more, less, 1.1)],
        },
      ]
    }),
  )
}
