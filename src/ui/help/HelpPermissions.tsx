import browser from "webextension-polyfill"
import { say, sayOf } from "../language/words"

/** The manifest's keys that ask a browser for something. */
interface Asked {
  permissions?: string[]
  host_permissions?: string[]
  optional_host_permissions?: string[]
}

/** Everything that the browser is asked for, with its reason: as the installed manifest has it. */
export function HelpPermissions() {
  const manifest = browser.runtime.getManifest() as Asked
  const {
    permissions = [],
    host_permissions: atInstall = [],
    optional_host_permissions: later = [],
  } = manifest
  const named = later.filter((pattern) => !isAnyHost(pattern))
  return (
    <section className="panel help" id="permissions" aria-labelledby="permissions-heading">
      <h2 id="permissions-heading">{say("help_permissions_heading")}</h2>
      <p>{say("help_permissions_text")}</p>
      <dl>
        <Permission ids={atInstall} name={hosts(atInstall)} why={say("permission_at_install")} />
        {named.length > 0 && <Permission ids={named} name={hosts(named)} why={say("permission_later")} />}
        {later.filter(isAnyHost).map((pattern) => (
          <Permission
            key={pattern}
            ids={[pattern]}
            name={say("permission_any_name")}
            why={say("permission_any")}
          />
        ))}
        {permissions.map((id) => (
          <Permission
            key={id}
            ids={[id]}
            name={sayOf("permission", id, "name") ?? id}
            why={sayOf("permission", id) ?? ""}
          />
        ))}
      </dl>
      <p>{say("help_permissions_never")}</p>
    </section>
  )
}

function Permission({ ids, name, why }: { ids: readonly string[]; name: string; why: string }) {
  return (
    <div data-permissions={ids.join(" ")}>
      <dt>{name}</dt>
      <dd>{why}</dd>
    </div>
  )
}

function isAnyHost(pattern: string): boolean {
  return hostOf(pattern) === "*"
}

function hostOf(pattern: string): string {
  return pattern.replace(/^[^:]*:\/\//, "").replace(/\/.*$/, "")
}

function hosts(patterns: readonly string[]): string {
  return patterns.map(hostOf).join(", ")
}
