import { describe, expect, it } from "vitest"
import { judgeAddress } from "./address"

describe("judging an address", () => {
  it.each([
    ["https://dashboard.prakerja.go.id/insentif", "official"],
    ["https://www.prakerja.go.id/", "official"],
    ["https://skills.pintar.co/id/prakerja", "official"],
    ["http://dashboard.prakerja.go.id/", "borrowed-name"],
    ["https://dashboard.prakerja.go.id.masuk.example/", "borrowed-name"],
    ["https://prakerja.vip/", "fake"],
    ["https://daftar.prakerja.vip/akun", "fake"],
    ["https://dashboard.prakerja12.info/", "fake"],
    ["https://prakerja-bantuan.example/", "borrowed-name"],
    ["https://xprakerja.go.id/", "borrowed-name"],
    ["https://contoh.example/prakerja", "unknown"],
    ["about:addons", "own"],
    ["", "own"],
  ])("%s is %s", (address, kind) => {
    expect(judgeAddress(address).kind).toBe(kind)
  })

  it("gives a described site its own name", () => {
    expect(judgeAddress("https://dashboard.prakerja.go.id/")).toMatchObject({ name: "Dashboard Prakerja" })
  })
})
