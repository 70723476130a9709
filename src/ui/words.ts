import browser from "webextension-polyfill"
import type messages from "../../locales/id/messages.json"

/** A message of `locales/`; both languages have the same keys. */
export type MessageKey = keyof typeof messages

export type Values = Readonly<Record<string, string | number>>

/** `{name}`, or `{name|one|other}`: the form of a word that goes with the number `name`. */
const PLACEHOLDER = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g

/** The language that the browser chose among ours: its own if we have it, else Indonesian. */
export function language(): "id" | "en" {
  return browser.i18n.getMessage("language") === "en" ? "en" : "id"
}

/** Puts values into a message's placeholders; a placeholder without a value is left out. */
export function fill(message: string, values: Values, inLanguage: "id" | "en"): string {
  return message.replace(PLACEHOLDER, (_, name: string, one?: string, other?: string) => {
    const value = values[name]
    if (one === undefined || other === undefined) return String(value ?? "")
    return new Intl.PluralRules(inLanguage).select(Number(value)) === "one" ? one : other
  })
}

/** A message in the person's language. */
export function say(key: MessageKey, values: Values = {}): string {
  return fill(browser.i18n.getMessage(key), values, language())
}

/**
 * The message about something that the pack or the journey names by an id, e.g. `step`, `post-test`,
 * `title`: `step_post_test_title`. Undefined if there is none, as for an id of a newer pack.
 */
export function sayOf(group: string, id: string, part = "", values: Values = {}): string | undefined {
  const key = [group, id, part].filter(Boolean).join("_").replace(/\W/g, "_")
  const message = browser.i18n.getMessage(key)
  return message === "" ? undefined : fill(message, values, language())
}
