import { useId, useRef } from "react"
import type { SiteHealth } from "../../messages/overview"
import { say, sayOf } from "../language/words"
import { hasJourney, useCommonSession } from "../session"
import { GrantAccess } from "../sites/Access"
import { SiteStanding } from "../sites/SiteStanding"
import { useWish } from "../sites/useWish"
import { Refused, SiteTraining } from "../sites/WatchThisSite"

/** Which sites are read, how that is going, and how to begin and to end it. */
export function SiteSettings() {
  const { overview } = useCommonSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  return (
    <section className="panel sites" id="sites" aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {say("sites_heading")}
      </h2>
      <p>{say("sites_text")}</p>
      <ul>
        {overview.sites.map((site) => (
          <SiteRow key={site.site} site={site} onGone={() => heading.current?.focus()} />
        ))}
      </ul>
      <p className="hint">{say("sites_others")}</p>
    </section>
  )
}

function SiteRow({ site, onGone }: { site: SiteHealth; onGone: () => void }) {
  const { kind, name, patterns, reads, chosen, access } = site
  const session = useCommonSession()
  const id = useId()
  const hosts = patterns.map((pattern) => new URL(pattern.replace("*", "")).hostname).join(", ")
  const steps = reads.flatMap((step) => sayOf("step", step, "title") ?? []).join(", ")
  return (
    <li data-site={site.site} data-kind={kind} data-chosen={chosen} data-access={access} aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      {hosts !== name && <p className="site-hosts">{hosts}</p>}
      <p className="site-reads">{say("site_reads", { steps })}</p>
      <SiteStanding site={site} />
      {hasJourney(session) && <SiteTraining site={site} />}
      {(kind !== "home" || !access) && (
        <div className="site-buttons">
          {chosen && !access && <GrantAccess site={site.site} onGiven={onGone} />}
          {kind !== "home" && <Choice site={site} onGone={onGone} />}
        </div>
      )}
    </li>
  )
}

/** One button that begins and ends it, so that it keeps the focus. */
function Choice({ site, onGone }: { site: SiteHealth; onGone: () => void }) {
  const { send } = useCommonSession()
  const { begin, refused } = useWish()
  const change = () => {
    if (!site.chosen) begin({ type: "choose-site", site: site.site }, site)
    else {
      if (site.kind === "watched") onGone()
      void send({ type: "leave-site", site: site.site })
    }
  }
  return (
    <>
      <button
        type="button"
        className="button small quiet"
        data-action={site.chosen ? "leave-site" : "choose-site"}
        aria-label={site.chosen ? `${say("watch_stop")}: ${site.name}` : undefined}
        onClick={change}
      >
        {site.chosen ? say("watch_stop") : say("watch_begin", { site: site.name })}
      </button>
      {refused && !site.chosen && <Refused />}
    </>
  )
}
