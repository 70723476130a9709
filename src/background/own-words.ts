import en from "../../locales/en/messages.json"
import id from "../../locales/id/messages.json"
import type { Preferences } from "../messages/preferences"
import { foreignLanguage, speak } from "../ui/language/words"

const WORDS = { id, en }

/**
 * Speaks the language that the person wants in notifications and cards. The words of all are in the background's own
 * bundle: it can load no script later, and must speak at once when it is woken.
 */
export function speakFor({ language }: Pick<Preferences, "language">): void {
  const foreign = foreignLanguage(language)
  speak(foreign && { language: foreign, messages: WORDS[foreign] })
}
