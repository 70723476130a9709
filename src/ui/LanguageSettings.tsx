import { say } from "./words"

/** The language of Jejak's words, and the clock by which the person lives. */
export function LanguageSettings() {
  return (
    <section className="panel preferences" id="language" aria-labelledby="language-heading">
      <h2 id="language-heading">{say("language_heading")}</h2>
    </section>
  )
}
