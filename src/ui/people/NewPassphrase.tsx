import { say } from "../language/words"
import { PassphraseField } from "./PassphraseField"
import { typedIn } from "./PassphraseForm"
import { LEAST_LETTERS, weaknessOf } from "./passphrase"

export interface NewMistakes {
  passphrase?: string | undefined
  again?: string | undefined
}

/** A passphrase that is to be, typed twice. */
export function NewPassphrase({ mistakes, busy }: { mistakes: NewMistakes; busy: boolean }) {
  return (
    <>
      <PassphraseField
        name="passphrase"
        label={say("passphrase_new")}
        autoComplete="new-password"
        hint={say("passphrase_hint", { least: LEAST_LETTERS })}
        error={mistakes.passphrase}
        busy={busy}
      />
      <PassphraseField
        name="again"
        label={say("passphrase_again")}
        autoComplete="new-password"
        error={mistakes.again}
        busy={busy}
      />
    </>
  )
}

/** What is wrong with the two; nothing when they will do. @param name that of the person */
export function newMistakes(form: HTMLFormElement, name: string): NewMistakes {
  const passphrase = typedIn(form, "passphrase")
  const weakness = weaknessOf(passphrase, name)
  if (weakness !== undefined) return { passphrase: say(weakness, { count: LEAST_LETTERS }) }
  return passphrase.trim() === typedIn(form, "again").trim() ? {} : { again: say("passphrase_differs") }
}
