import { existsSync } from "node:fs"
import packageJson from "./package.json"
import { patternsOf } from "./src/programmes/patterns"
import { packFaults, programmes } from "./src/programmes/registry"
import type { Site } from "./src/programmes/schema-sites"

/*
 * What each browser's manifest says. Plasmo does not read this file: `scripts/build.ts` has Plasmo bundle the
 * code and then writes the manifest from here, taking over nothing but the names of the bundled files.
 */

export const TARGETS = ["chrome-mv3", "firefox-mv3"] as const
export type Target = (typeof TARGETS)[number]

/** What the manifest depends on beside the target. */
export interface ManifestInputs {
  version: string
  sites: readonly Pick<Site, "hosts" | "access">[]
  hasOptionsPage: boolean
}

/**
 * Where a content script runs; the same for every script of `src/contents/`. The paths on which nothing may be read are
 * not left out here: a single-page app goes on from them without loading, and would then never be read.
 */
export interface ContentScriptRule {
  matches: string[]
  run_at: "document_idle"
  all_frames: false
}

/** The manifest without the names of the bundled files. */
export interface ManifestPlan {
  manifest_version: 3
  name: string
  description: string
  version: string
  default_locale: string
  minimum_chrome_version?: string
  browser_specific_settings?: {
    gecko: {
      id: string
      strict_min_version: string
      data_collection_permissions: { required: ["none"] }
    }
    gecko_android: { strict_min_version: string }
  }
  permissions: string[]
  host_permissions: string[]
  optional_host_permissions: string[]
  content_security_policy: { extension_pages: string }
  content_scripts: ContentScriptRule[]
  action: { default_title: string }
  options_ui?: { open_in_tab: true }
}

/** The pages' words: the first language is the one that is shown where the browser's own is not there. */
export const LOCALES = ["id", "en"] as const

/**
 * For "watch this site": a browser lets a page ask for one host only if the manifest says that it might. Nothing is
 * granted by it; each host is asked for by itself, in the person's own click. It may stand nowhere but among the optional.
 */
const ANY_HOST = "https://*/*"

const PERMISSIONS = ["storage", "unlimitedStorage", "alarms", "notifications", "scripting", "activeTab"]

/**
 * Nothing comes from elsewhere and nothing goes anywhere: neither a request nor a form can leave our pages.
 * React sets styles through the CSSOM, so that no inline style has to be allowed.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join("; ")

/** The first with `light-dark()`, which the pages' colours use; the alarms and the scripting API are older. */
const CHROME_SINCE = "123"

/** The first that show at install that no data is collected (`data_collection_permissions`). */
const FIREFOX_SINCE = "140.0"
const FIREFOX_ANDROID_SINCE = "142.0"

/** The add-on's identity for good: the person's stored journey hangs on it. */
const GECKO_ID = "jejak@jejak.example"

/**
 * What this tree builds: the sites of every pack, the version of package.json.
 * @throws the first mistake of a pack: what is built is whole.
 */
export function manifestInputs(): ManifestInputs {
  for (const { error } of packFaults) throw error
  return {
    version: packageJson.version,
    sites: programmes.flatMap(({ sites }) => sites),
    hasOptionsPage: existsSync(new URL("./src/options", import.meta.url)),
  }
}

/**
 * The manifest of one target, all but the bundled files.
 * @throws Error when no site is granted at install, since a content script without a match cannot be.
 */
export function manifestPlan(target: Target, inputs: ManifestInputs = manifestInputs()): ManifestPlan {
  const atInstall = inputs.sites.filter(({ access }) => access === "install")
  const onRequest = inputs.sites.filter(({ access }) => access === "optional")
  if (atInstall.length === 0) throw new Error("no site of any programme is granted at install")
  return {
    manifest_version: 3,
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    version: inputs.version,
    default_locale: LOCALES[0],
    ...(target === "chrome-mv3"
      ? { minimum_chrome_version: CHROME_SINCE }
      : { browser_specific_settings: gecko() }),
    permissions: PERMISSIONS,
    host_permissions: atInstall.flatMap(patternsOf),
    optional_host_permissions: [...onRequest.flatMap(patternsOf), ANY_HOST],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    content_scripts: [
      {
        matches: atInstall.flatMap(patternsOf),
        run_at: "document_idle",
        all_frames: false,
      },
    ],
    action: { default_title: "__MSG_extensionName__" },
    ...(inputs.hasOptionsPage ? { options_ui: { open_in_tab: true } } : {}),
  }
}

function gecko(): NonNullable<ManifestPlan["browser_specific_settings"]> {
  return {
    gecko: {
      id: GECKO_ID,
      strict_min_version: FIREFOX_SINCE,
      data_collection_permissions: { required: ["none"] },
    },
    gecko_android: { strict_min_version: FIREFOX_ANDROID_SINCE },
  }
}
