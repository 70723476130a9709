import { useEffect, useState } from "react"
import browser from "webextension-polyfill"
import { ask } from "../messages/ask"
import type { AddressVerdict } from "../programmes/address"
import { AlertIcon, InfoIcon, ShieldIcon } from "./icons"
import { say } from "./words"

/** What is known of the address in the current tab. Undefined while, or as long as, the browser does not show it. */
export function useTabVerdict(): AddressVerdict | undefined {
  const [verdict, setVerdict] = useState<AddressVerdict>()
  useEffect(() => {
    let current = true
    const judge = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (tab?.url === undefined) return
      const reply = await ask({ type: "judge-address", url: tab.url.slice(0, 4000) })
      if (current && reply.ok) setVerdict(reply.value)
    }
    judge().catch((error: unknown) => console.error("The current tab could not be looked at.", error))
    return () => {
      current = false
    }
  }, [])
  return verdict?.kind === "own" ? undefined : verdict
}

/** Whether the site in the current tab is one that may be trusted. */
export function TabVerdict({ verdict }: { verdict: AddressVerdict }) {
  const { kind, host, name } = verdict
  const danger = ["fake", "borrowed-name", "look-alike", "bait"].includes(kind)
  return (
    <section className="verdict" data-verdict={kind} aria-label={say("verdict_heading")}>
      {danger ? <AlertIcon /> : kind === "official" ? <ShieldIcon /> : <InfoIcon />}
      <div>
        <p className="verdict-title">{say(titles[kind])}</p>
        <p className="verdict-host">
          <bdi>{name === undefined ? host : `${name} · ${host}`}</bdi>
        </p>
        {kind !== "official" && <p>{say(danger ? "verdict_danger_text" : "verdict_unknown_text")}</p>}
      </div>
    </section>
  )
}

const titles = {
  official: "verdict_official",
  unknown: "verdict_unknown",
  fake: "verdict_fake",
  "borrowed-name": "verdict_borrowed_name",
  "look-alike": "verdict_borrowed_name",
  bait: "verdict_borrowed_name",
  own: "verdict_unknown",
} as const
