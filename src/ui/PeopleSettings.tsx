import { OWN_PAGES } from "./pages"
import { useCommonSession } from "./session"
import { say } from "./words"

/** Everybody on this browser. */
export function PeopleSettings() {
  const { people } = useCommonSession().overview
  return (
    <section className="panel people" id="people" aria-labelledby="people-heading">
      <h2 id="people-heading">{say("people_heading")}</h2>
      {people.length === 0 ? (
        <p>
          {say("begin_text")} <a href={`/${OWN_PAGES.welcome}`}>{say("begin_button")}</a>
        </p>
      ) : (
        <>
          <ul>
            {people.map(({ id, displayName, wave }) => (
              <li key={id}>
                <bdi>{displayName}</bdi> · {say("wave", { wave })}
              </li>
            ))}
          </ul>
          <p>
            <a href={`/${OWN_PAGES.edit}`}>{say("participant_edit")}</a>
          </p>
        </>
      )}
    </section>
  )
}
