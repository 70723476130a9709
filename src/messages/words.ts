import * as z from "zod/mini"
import { LANGUAGES } from "./languages"

/** Where the words of a chosen language lie in `storage.local`. */
export const WORDS_KEY = "words"

export const wordsSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  /** The version of the extension that they are from. */
  version: z.string().check(z.maxLength(40)),
  messages: z.record(z.string().check(z.regex(/^\w{1,80}$/)), z.string().check(z.maxLength(2000))),
})
/** All words of one language, by the keys of `locales/`. */
export type Words = z.infer<typeof wordsSchema>
