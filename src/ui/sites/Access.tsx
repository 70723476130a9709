import browser from "webextension-polyfill"
import { say } from "../language/words"
import { useCommonSession, useSession } from "../session"

/** Offers to give the access to sites that Jejak cannot read yet, unless a warning already does. */
export function Access() {
  const { overview, journey } = useSession()
  if (overview.missingAccess.length === 0) return null
  if (journey.warnings.some((warning) => warning.id === "access-missing")) return null
  return (
    <section className="access" aria-labelledby="access-heading">
      <h2 id="access-heading">{say("access_heading")}</h2>
      <p>{say("access_text", { sites: overview.missingAccess.map(hostOf).join(", ") })}</p>
      <GrantAccess />
    </section>
  )
}

interface GrantProps {
  /** A `SiteHealth.site`; without it, the button asks for all that is missing. */
  site?: string
  onGiven?: () => void
}

/** The button that has the browser ask for the missing access: to one site or to all. */
export function GrantAccess({ site, onGiven }: GrantProps) {
  const { overview, send } = useCommonSession()
  const known = overview.sites.find((each) => each.site === site)
  const give = async () => {
    const origins = known?.patterns ?? overview.missingAccess
    // Asked first and at once: the browser takes it for the person's own wish only inside the click.
    const given = await browser.permissions.request({ origins })
    await send({ type: "permissions-changed" })
    if (given) onGiven?.()
  }
  return (
    <button
      type="button"
      className="button small"
      data-action="grant-access"
      aria-label={known && `${say("access_give")}: ${known.name}`}
      onClick={() => void give()}
    >
      {say("access_give")}
    </button>
  )
}

function hostOf(pattern: string): string {
  return pattern.replace(/^[^:]*:\/\//, "").replace(/\/.*$/, "")
}
