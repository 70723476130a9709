import { useState } from "react"
import browser from "webextension-polyfill"
import type { SiteHealth } from "../../messages/overview"
import { useCommonSession } from "../session"
import type { OverviewMessage } from "../useOverview"

type Wish = Extract<OverviewMessage, { type: "choose-site" | "watch-site" }>

/** Carries out the wish to have a site read, and has the browser ask for its access. To be called within the click. */
export function useWish(): {
  begin: (wish: Wish, site: Pick<SiteHealth, "site" | "patterns">) => void
  /** The person has just turned the browser's question down. */
  refused: boolean
} {
  const { send } = useCommonSession()
  const [refused, setRefused] = useState(false)

  const begin = (wish: Wish, { site, patterns: origins }: Pick<SiteHealth, "site" | "patterns">) => {
    // The browser's question may close this page: the wish is on its way before, and the background sees to the rest.
    const said = send(wish)
    const asked = browser.permissions.request({ origins }).catch(() => false)
    void Promise.all([said, asked]).then(async ([noted, given]) => {
      setRefused(noted && !given)
      if (noted && given) await send({ type: "permissions-changed" })
      else if (noted) await send({ type: "leave-site", site })
      else if (given) await browser.permissions.remove({ origins })
    })
  }
  return { begin, refused }
}
