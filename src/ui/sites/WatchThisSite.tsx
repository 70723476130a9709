import { useId, useRef, useState } from "react"
import type { SiteHealth, TabJudgement } from "../../messages/overview"
import { patternsOf } from "../../programmes/patterns"
import { say } from "../language/words"
import { useSession } from "../session"
import { SiteStanding } from "./SiteStanding"
import { useWish } from "./useWish"
import { likeliestTraining, WatchedTraining } from "./WatchedTraining"

/** Offers to watch the site in the current tab: a platform of the pack, or any other learning site. */
export function WatchThisSite({ verdict }: { verdict: TabJudgement | undefined }) {
  const { overview } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  const asked = verdict?.watchable
  if (!asked) return null
  const known = overview.sites.find(({ site }) => site === asked.site)
  const name = known?.name ?? verdict.host
  // The button that was pressed may be gone with what it was about.
  const onChange = () => heading.current?.focus()
  return (
    <section className="watch" data-watch={asked.site} aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {known?.chosen
          ? say("watch_on_heading", { site: name })
          : say(asked.as === "platform" ? "watch_platform_heading" : "watch_host_heading", { site: name })}
      </h2>
      {known?.chosen ? (
        <Watched site={known} onChange={onChange} />
      ) : asked.as === "host" ? (
        <HostOffer host={asked.host} site={asked.site} />
      ) : (
        known && <PlatformOffer site={known} />
      )}
    </section>
  )
}

function PlatformOffer({ site }: { site: SiteHealth }) {
  const { begin, refused } = useWish()
  return (
    <>
      <p>{say("watch_platform_text")}</p>
      <button
        type="button"
        className="button small"
        data-action="choose-site"
        onClick={() => begin({ type: "choose-site", site: site.site }, site)}
      >
        {say("watch_begin", { site: site.name })}
      </button>
      {refused && <Refused />}
    </>
  )
}

function HostOffer({ host, site }: { host: string; site: string }) {
  const { journey, participant } = useSession()
  const { begin, refused } = useWish()
  const [training, pick] = useState(() => likeliestTraining(journey.trainings))
  const wish = { type: "watch-site" as const, participant: participant.id, host }
  return (
    <>
      <p>{say("watch_host_text", { host })}</p>
      <WatchedTraining value={training} onPick={pick} />
      <button
        type="button"
        className="button small"
        data-action="watch-site"
        onClick={() =>
          begin({ ...wish, ...(training && { training }) }, { site, patterns: patternsOf({ hosts: [host] }) })
        }
      >
        {say("watch_this_site")}
      </button>
      {refused && <Refused />}
    </>
  )
}

function Watched({ site, onChange }: { site: SiteHealth; onChange: () => void }) {
  const { send } = useSession()
  return (
    <>
      <SiteStanding site={site} />
      <SiteTraining site={site} />
      <button
        type="button"
        className="button small quiet"
        data-action="leave-site"
        onClick={() => {
          onChange()
          void send({ type: "leave-site", site: site.site })
        }}
      >
        {say("watch_stop")}
      </button>
    </>
  )
}

/** Which training a watched site is about, changed at once. */
export function SiteTraining({ site }: { site: SiteHealth }) {
  const { participant, send } = useSession()
  if (site.kind !== "watched") return null
  const change = (training: string) =>
    send({
      type: "watch-site",
      participant: participant.id,
      host: site.host,
      ...(training && { training }),
    })
  return <WatchedTraining value={site.training ?? ""} onPick={(training) => void change(training)} />
}

/** What the person is told who has turned the browser's question down. */
export function Refused() {
  return (
    <p className="hint" role="status">
      {say("watch_refused")}
    </p>
  )
}
