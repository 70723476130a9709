import type { Preferences } from "../messages/preferences"
import { loadWords } from "../ui/language/wordFiles"
import { foreignLanguage, speak } from "../ui/language/words"
import { runLater } from "./later"

/** How often a language was asked for. */
let asked = 0

/**
 * Speaks the language that the person wants in notifications and cards. What was asked for last holds, though its words come first.
 * @throws Error when its words cannot be loaded; then it is spoken as before
 */
export async function speakFor({ language }: Pick<Preferences, "language">): Promise<void> {
  asked += 1
  const turn = asked
  const foreign = foreignLanguage(language)
  const words = foreign && (await loadWords(foreign, runLater))
  if (turn === asked) speak(words)
}
