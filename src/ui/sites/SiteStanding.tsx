import type { SiteHealth } from "../../messages/overview"
import { formatInstant } from "../language/formats"
import { say } from "../language/words"
import { OWN_PAGES } from "../pages"
import { useCommonSession } from "../session"

/** A single page without progress among those that are read is nothing to tell. */
const DAY = 86_400_000

/** How reading a site is going, in one sentence, and in another where Jejak itself went wrong there. */
export function SiteStanding({ site }: { site: SiteHealth }) {
  const { programme } = useCommonSession().overview
  const { chosen, access, lastRead, unreadSince, overfull } = site
  const standing = () => {
    if (!chosen) return say("site_not_chosen")
    if (!access) return say("site_no_access")
    const isLongUnread = Date.parse(unreadSince ?? "") - Date.parse(lastRead ?? "") > DAY
    if (lastRead !== undefined && !isLongUnread)
      return say("site_read", { when: formatInstant(lastRead, programme) })
    return unreadSince === undefined
      ? say("site_never_read")
      : say("site_unread", { when: formatInstant(unreadSince, programme) })
  }
  return (
    <>
      <p className="site-standing">{standing()}</p>
      {overfull !== undefined && (
        <p className="site-standing">{say("site_overfull", { when: formatInstant(overfull, programme) })}</p>
      )}
      {site.fault && (
        <p className="site-fault" data-site-fault={site.fault.count}>
          {say("site_fault", { count: site.fault.count, when: formatInstant(site.fault.at, programme) })}{" "}
          <a href={`/${OWN_PAGES.report}`} target="_blank" rel="noreferrer">
            {say("faults_open")}
          </a>
        </p>
      )}
    </>
  )
}
