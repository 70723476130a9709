import browser from "webextension-polyfill"
import type messages from "../../../locales/id/messages.json"
import type { Language } from "../../messages/languages"
import { pluralRules } from "./formatters"

/** A message of `locales/`; both languages have the same keys. */
export type MessageKey = keyof typeof messages

export type Values = Readonly<Record<string, string | number>>

/** `{name}`, or `{name|one|other}`: the form of a word that goes with the number `name`. */
const PLACEHOLDER = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g

/** All messages of one language, as a file of `locales/` has them. */
export interface Words {
  language: Language
  messages: Readonly<Record<string, { readonly message: string }>>
}

/** In place of the browser's own choice. */
let chosen: Words | undefined

/** What the browser was asked for already: each asking costs as much as making an element, and a popup says most things often. */
const asked = new Map<string, string>()

/** Speaks with these words from now on; without any, in the browser's language. */
export function speak(words: Words | undefined): void {
  chosen = words
  asked.clear()
}

/** The language that the browser chose among ours: its own if we have it, else Indonesian. */
export function browserLanguage(): Language {
  return browsersMessage("language") === "en" ? "en" : "id"
}

/** The language whose words have to be brought along for what the person wants; undefined where the browser has them. */
export function foreignLanguage(wanted: Language | "browser"): Language | undefined {
  return wanted === "browser" || wanted === browserLanguage() ? undefined : wanted
}

/** The language that is spoken. */
export function language(): Language {
  return chosen?.language ?? browserLanguage()
}

/** Empty where there is none, as the browser has it. */
function messageOf(key: string): string {
  if (chosen && Object.hasOwn(chosen.messages, key)) return chosen.messages[key]?.message ?? ""
  return browsersMessage(key)
}

function browsersMessage(key: string): string {
  const known = asked.get(key)
  if (known !== undefined) return known
  const message = browser.i18n.getMessage(key)
  asked.set(key, message)
  return message
}

/** Puts values into a message's placeholders; a placeholder without a value is left out. */
export function fill(message: string, values: Values, inLanguage: Language): string {
  return message.replace(PLACEHOLDER, (_, name: string, one?: string, other?: string) => {
    const value = values[name]
    if (one === undefined || other === undefined) return String(value ?? "")
    return pluralRules(inLanguage).select(Number(value)) === "one" ? one : other
  })
}

/** A message in the person's language. */
export function say(key: MessageKey, values: Values = {}): string {
  return fill(messageOf(key), values, language())
}

/**
 * The message about something that the pack or the journey names by an id, e.g. `step`, `post-test`,
 * `title`: `step_post_test_title`. Undefined if there is none, as for an id of a newer pack.
 */
export function sayOf(group: string, id: string, part = "", values: Values = {}): string | undefined {
  const key = [group, id, part].filter(Boolean).join("_").replace(/\W/g, "_")
  const message = messageOf(key)
  return message === "" ? undefined : fill(message, values, language())
}
