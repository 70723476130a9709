import type { FormEvent, ReactNode } from "react"
import { say } from "../language/words"
import { SafeName } from "./PassphraseField"

interface Props {
  name: string
  action: "protect" | "change-passphrase" | "unprotect"
  label: string
  busy: boolean
  onSubmit: (form: HTMLFormElement) => Promise<void>
  onCancel: () => void
  children: ReactNode
}

/** A form about somebody's passphrase: its fields, what sends it, and the way out of it. */
export function PassphraseForm({ name, action, label, busy, onSubmit, onCancel, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) void onSubmit(event.currentTarget)
  }
  return (
    <form className="person-form" onSubmit={submit} noValidate aria-busy={busy}>
      <SafeName name={name} />
      {children}
      <div className="form-buttons">
        <button type="submit" className="button small" data-action={action} aria-disabled={busy}>
          {busy ? say("passphrase_busy") : label}
        </button>
        <button type="button" className="button small quiet" data-action="cancel" onClick={onCancel}>
          {say("cancel")}
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {busy && say("passphrase_busy")}
      </p>
    </form>
  )
}

/** What is typed in a field of a form. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === "string" ? value : ""
}

/** Takes the keyboard to the first field of which something is wrong. */
export function focusMistake(form: HTMLFormElement, mistakes: Record<string, string | undefined>): void {
  const first = Object.keys(mistakes).find((name) => mistakes[name] !== undefined)
  const field = form.querySelector<HTMLInputElement>(`[name="${first}"]`)
  field?.focus()
  field?.select()
}
