// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { all, clear, click, find, render, textOf } from "../../../tests/fixtures/render"
import { USUAL_PREFERENCES } from "../../messages/preferences"
import { OwnPage } from "../OwnPage"
import { PreferenceSettings } from "./PreferenceSettings"
import { useChoices } from "./useChoices"

const browserSays = vi.hoisted(() => ({ level: "granted" }))
vi.mock("webextension-polyfill", () => ({
  default: {
    ...ownPage().browser,
    notifications: { getPermissionLevel: async () => browserSays.level },
  },
}))

const { state } = ownPage()
const { overview } = overviewFixtures.walletOpen

beforeEach(resetOwnPage)
afterEach(clear)

function Preferences() {
  return <PreferenceSettings choices={useChoices()} />
}

const show = async () => {
  state.answer = () => ({ ok: true, value: overview })
  await render(
    <OwnPage heading="Pengaturan">
      <Preferences />
    </OwnPage>,
  )
}
const changes = () =>
  state.sent.flatMap((message) => (message.type === "change-preferences" ? [message.preferences] : []))
const isOn = (name: string) => (find(`[name="${name}"]`) as HTMLInputElement).checked
const setTime = (name: string, value: string) =>
  act(async () => {
    const input = find(`[name="${name}"]`) as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value)
    input.dispatchEvent(new Event("input", { bubbles: true }))
  })

describe("the preferences", () => {
  it("take effect one by one, at once, and say so", async () => {
    await show()
    await click('[name="badge"]')
    expect(changes()).toEqual([{ ...USUAL_PREFERENCES, badge: false }])
    expect(all("[data-outcome]").map(({ dataset }) => dataset.setting)).toEqual(["badge"])
    expect(textOf('[data-setting="badge"]')).toBe("Tersimpan.")
  })

  it("go back and say why when they could not be saved", async () => {
    await show()
    state.answer = () => ({ ok: false, failure: "storage-full" })
    await click('[name="badge"]')
    expect(isOn("badge")).toBe(true)
    expect(find('[data-setting="badge"]')?.dataset.outcome).toBe("failed")
    expect(textOf('[data-setting="badge"]')).toContain("Penyimpanan browser penuh")
    await setTime("quietFrom", "22:30")
    expect((find('[name="quietFrom"]') as HTMLInputElement).value).toBe("21:00")
    state.answer = () => ({ ok: true, value: overview })
    await click('[name="badge"]')
    expect(all('[data-outcome="failed"]')).toEqual([])
  })

  it("do not undo each other when two follow fast", async () => {
    await show()
    let reply: (() => void) | undefined
    const { sendMessage } = ownPage().browser.runtime
    vi.spyOn(ownPage().browser.runtime, "sendMessage").mockImplementation(async (message) => {
      const answered = await sendMessage(message)
      await new Promise<void>((resolve) => {
        reply = resolve
      })
      return answered
    })
    await click('[name="badge"]')
    await click('[name="hints"]')
    expect(changes().at(-1)).toEqual({ ...USUAL_PREFERENCES, badge: false, hints: false })
    expect([isOn("badge"), isOn("hints")]).toEqual([false, false])
    vi.restoreAllMocks()
    await act(async () => reply?.())
  })

  it("take quiet hours only as whole clocks, and remember them while there are none", async () => {
    await show()
    await setTime("quietFrom", "")
    expect(changes()).toEqual([])
    await setTime("quietFrom", "22:30")
    expect(changes().at(-1)?.quiet).toEqual({ from: "22:30", to: "07:00" })
    await click('[name="quiet"]')
    expect(changes().at(-1)?.quiet).toBeNull()
  })

  it("tell when the browser keeps notifications back", async () => {
    await show()
    expect(find(".preferences .notice")).toBeNull()
    await clear()
    browserSays.level = "denied"
    await show()
    expect(textOf(".preferences .notice")).toContain("menahan pemberitahuan")
  })
})
