import { describe, expect, it } from "vitest"
import { ownMessageSchema } from "./messages"
import { pageMessageSchema } from "./page-messages"
import { messageType, TRUST } from "./trust"

const typesOf = ({ def }: typeof ownMessageSchema | typeof pageMessageSchema) =>
  def.options.map((option) => [...option.def.shape.type.def.values][0] as string)

describe("who may send a message", () => {
  it("is said of every message there is, and of no other", () => {
    const trusted = (trust: string) =>
      Object.entries(TRUST).flatMap(([type, of]) => (of === trust ? [type] : []))
    expect(trusted("page").sort()).toEqual(typesOf(pageMessageSchema).sort())
    expect(trusted("own-page").sort()).toEqual(typesOf(ownMessageSchema).sort())
    expect(typesOf(ownMessageSchema)).toContain("delete-everything")
  })

  it.each([
    ["nothing", undefined],
    ["a text", "overview"],
    ["no type", {}],
    ["a type that is inherited", Object.create({ type: "overview" })],
    ["a type of every object", { type: "constructor" }],
    ["the prototype", { type: "__proto__" }],
    ["a type that is a list", { type: ["overview"] }],
  ])("is asked of no message: %s", (_what, raw) => {
    expect(messageType(raw)).toBeUndefined()
  })
})
