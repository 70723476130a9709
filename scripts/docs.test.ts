import { expect, it } from "vitest"
import { documented, WRITTEN } from "./docs"

it.each(WRITTEN)("$file $part is what `npm run docs` writes", (document) => {
  const { is, should } = documented(document)
  expect(is).toBe(should)
})
