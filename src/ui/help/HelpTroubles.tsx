import { Folded } from "../Folded"
import { say } from "../language/words"
import { addressOf, OWN_PAGES } from "../pages"
import { useCommonSession } from "../session"

type Way = { page: keyof typeof OWN_PAGES } | { link: string }

/** What can be wrong, likeliest first; each with the way to where it is put right. */
const TROUBLES = [
  ["nothing_noted", { page: "sites" }],
  ["site_unreadable", { page: "popup" }],
  ["access_missing", { page: "sites" }],
  ["wrong_fact", { page: "history" }],
  ["two_trainings", { page: "history" }],
  ["other_account", { page: "people" }],
  ["missed_deadline", undefined],
  ["money_late", { link: "complaint" }],
  ["lost_passphrase", { page: "data" }],
  ["suspicious", undefined],
] as const satisfies readonly (readonly [string, Way | undefined])[]

/** What to do when something is wrong. */
export function HelpTroubles() {
  const { overview } = useCommonSession()
  const address = (way: Way | undefined) => {
    if (way === undefined) return undefined
    return "page" in way ? `/${OWN_PAGES[way.page]}` : addressOf(overview, way.link)
  }
  return (
    <section className="panel help" id="troubles" aria-labelledby="troubles-heading">
      <h2 id="troubles-heading">{say("help_troubles_heading")}</h2>
      {TROUBLES.map(([id, way]) => {
        const href = address(way)
        return (
          <Folded key={id} id={`trouble-${id}`} heading={say(`trouble_${id}_title`)}>
            <p>{say(`trouble_${id}_text`)}</p>
            {href !== undefined && way && (
              <p>
                {"link" in way ? (
                  <a href={href} target="_blank" rel="noreferrer">
                    {say("open_page", { host: new URL(href).host })}
                  </a>
                ) : (
                  <a href={href}>{say(`trouble_way_${way.page}`)}</a>
                )}
              </p>
            )}
          </Folded>
        )
      })}
    </section>
  )
}
