import { readFileSync } from "node:fs"
import { runInNewContext } from "node:vm"
import { describe, expect, it } from "vitest"
import { asModule } from "./react"

describe("a part of React as a module", () => {
  it("exports what it did, by names of its own", () => {
    const code = asModule('"use strict";exports.one=1;exports.two=function(){return exports.one+1};')
    expect(code).toMatch(/export \{exports_one as one,exports_two as two\}$/)
    expect(runInNewContext(`${code.replace(/export \{.*$/s, "")};exports_two()`)).toBe(2)
  })

  it("imports what it asked for", () => {
    const code = asModule('var a=require("react"),b=require("scheduler");exports.c=a.d(b.e);')
    expect(code.split("\n").slice(0, 2)).toEqual([
      'import * as from_a from "react"',
      'import * as from_b from "scheduler"',
    ])
    expect(code).toContain("var a=from_a,b=from_b;exports_c=a.d(b.e);")
  })

  it.each(["react/cjs/react", "react-dom/cjs/react-dom", "scheduler/cjs/scheduler"])(
    "can be made of %s",
    (file) => {
      const code = asModule(readFileSync(`node_modules/${file}.production.min.js`, "utf8"))
      expect(code.length).toBeGreaterThan(3000)
    },
  )

  it.each([
    "module.exports=function(){}",
    'exports["one"]=1',
    'require("react").useState()',
    "Object.assign(exports,{})",
  ])("is not made of what fills it otherwise: %s", (code) => {
    expect(() => asModule(code)).toThrow("made as no other")
  })
})
