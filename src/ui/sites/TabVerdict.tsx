import { useEffect, useState } from "react"
import browser from "webextension-polyfill"
import { ask } from "../../messages/ask"
import type { AddressVerdict } from "../../programmes/address"
import type { WarningId } from "../../programmes/steps"
import { AlertIcon, InfoIcon, ShieldIcon } from "../icons"
import { type MessageKey, say } from "../language/words"
import { ReportButton } from "../report/ReportButton"
import type { CurrentTab } from "./current-tab"

/**
 * What is known of the address in the current tab. Null until it was looked at; undefined where there is nothing to tell of it.
 * @param first what is known of it already
 */
export function useTabVerdict(first?: CurrentTab): CurrentTab | undefined | null {
  const [verdict, setVerdict] = useState<CurrentTab | undefined | null>(first ?? null)
  useEffect(() => {
    let current = true
    const judge = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (tab?.url === undefined) return setVerdict(undefined)
      const reply = await ask({ type: "judge-address", url: tab.url.slice(0, 4000) })
      const found = reply.ok ? { ...reply.value, ...(tab.id !== undefined && { tab: tab.id }) } : undefined
      if (current) setVerdict((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found))
    }
    judge().catch((error: unknown) => console.error("The current tab could not be looked at.", error))
    return () => {
      current = false
    }
  }, [])
  return verdict?.kind === "own" ? undefined : verdict
}

/** Whether a host is not what it may be taken for, so that this comes before everything else. */
export function isDangerous(verdict: CurrentTab | undefined): verdict is CurrentTab {
  return verdict !== undefined && ["fake", "borrowed-name", "look-alike", "bait"].includes(verdict.kind)
}

/** Whether the site in the current tab is one that may be trusted; a host that only looks like one is told why. */
export function TabVerdict({ verdict }: { verdict: CurrentTab }) {
  const { kind, host, name, like, readable, tab } = verdict
  const danger = isDangerous(verdict)
  const { title, text } = WORDS[kind]
  return (
    <section
      className="verdict"
      data-verdict={kind}
      aria-label={say("verdict_heading")}
      {...(danger && { "data-warning": "unofficial-site" satisfies WarningId, "data-severity": "urgent" })}
    >
      {danger ? <AlertIcon /> : kind === "official" ? <ShieldIcon /> : <InfoIcon />}
      <div>
        <p className="verdict-title">{say(title)}</p>
        <p className="verdict-host">
          <bdi>{name === undefined ? host : `${name} · ${host}`}</bdi>
        </p>
        {like && (
          <p data-like={like.by}>
            {say(`verdict_like_${like.by}`)}{" "}
            <span className="verdict-real">
              {say("verdict_like_real")} <bdi>{like.host}</bdi>
            </span>
          </p>
        )}
        {text && <p>{say(text)}</p>}
        {danger && <p>{say("verdict_danger_text")}</p>}
        {readable !== undefined && tab !== undefined && <ReportButton tab={tab} look="link-button" />}
      </div>
    </section>
  )
}

const WORDS: Readonly<Record<AddressVerdict["kind"], { title: MessageKey; text?: MessageKey }>> = {
  official: { title: "verdict_official" },
  insecure: { title: "verdict_insecure", text: "verdict_insecure_text" },
  unknown: { title: "verdict_unknown", text: "verdict_unknown_text" },
  own: { title: "verdict_unknown" },
  fake: { title: "verdict_fake" },
  "borrowed-name": { title: "verdict_borrowed_name" },
  "look-alike": { title: "verdict_look_alike" },
  bait: { title: "verdict_bait", text: "verdict_bait_text" },
}
