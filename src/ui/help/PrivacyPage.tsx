import { say, sayOf } from "../language/words"
import { OwnPage } from "../OwnPage"
import { OWN_PAGES } from "../pages"

/** Each part: its id, and how many sentences it has (`privacy_<id>_1` and on). */
const PARTS = [
  ["kept", ["1", "2", "3"]],
  ["where", ["1", "2"]],
  ["never", ["1", "2", "3", "4"]],
  ["yours", ["1", "2"]],
  ["shared", ["1", "2", "3"]],
  ["passphrase", ["1", "2", "3"]],
] as const

/** What is kept, where, what never, and how to take it along or have it gone. */
export function PrivacyPage() {
  return (
    <OwnPage
      heading={say("privacy_heading")}
      forAnybody
      contents={PARTS.map(([id]) => ({ id, label: say(`privacy_${id}_heading`) }))}
    >
      {PARTS.map(([id, sentences]) => (
        <section key={id} className="panel help" id={id} aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`}>{say(`privacy_${id}_heading`)}</h2>
          <ul className="help-points">
            {sentences.map((each) => (
              <li key={each}>{sayOf("privacy", id, each)}</li>
            ))}
          </ul>
          {id === "yours" && (
            <p>
              <a href={`/${OWN_PAGES.data}`}>{say("trouble_way_data")}</a>
            </p>
          )}
          {(id === "shared" || id === "passphrase") && (
            <p>
              <a href={`/${OWN_PAGES.people}`}>{say("trouble_way_people")}</a>
            </p>
          )}
        </section>
      ))}
    </OwnPage>
  )
}
