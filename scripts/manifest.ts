import type { ManifestPlan, Target } from "../plasmo.config"
import { READER_FILE } from "../src/background/files"

/** The keys of Plasmo's manifest that are read: the names of the files which it bundled. */
export interface BundledFiles {
  icons: Record<string, string>
  action: { default_icon?: Record<string, string>; default_popup: string }
  background: { service_worker?: string; scripts?: string[] }
  content_scripts: { js: string[] }[]
  options_ui?: { page: string }
}

/** A manifest as built: a plan with its files. */
export interface Manifest extends Omit<ManifestPlan, "content_scripts" | "action" | "options_ui"> {
  icons: Record<string, string>
  background: { service_worker: string } | { scripts: string[] }
  content_scripts: (ManifestPlan["content_scripts"][number] & { js: string[] })[]
  action: ManifestPlan["action"] & { default_icon: Record<string, string>; default_popup: string }
  options_ui?: { open_in_tab: true; page: string }
}

/**
 * Joins the plan with the names of the bundled files. The order of the keys is the plan's, then the files'.
 * @throws Error when the bundle lacks a file that the plan asks for.
 */
export function finishManifest(target: Target, plan: ManifestPlan, bundled: BundledFiles): Manifest {
  const [rule, ...others] = plan.content_scripts
  if (!rule || others.length > 0) throw new Error("the plan must have one rule for all content scripts")
  const { content_scripts: _rules, action, options_ui: options, ...rest } = plan
  return {
    ...rest,
    icons: required(bundled.icons, "icons"),
    background: background(target, bundled),
    content_scripts: [
      {
        ...rule,
        js: required(
          bundled.content_scripts.flatMap(({ js }) => js.filter((file) => file === READER_FILE)),
          "a content script",
        ),
      },
    ],
    action: {
      ...action,
      default_icon: bundled.icons,
      default_popup: required(bundled.action.default_popup, "a popup"),
    },
    ...(options
      ? { options_ui: { ...options, page: required(bundled.options_ui?.page, "an options page") } }
      : {}),
  }
}

function background(target: Target, bundled: BundledFiles): Manifest["background"] {
  const file = backgroundFile(bundled)
  return target === "firefox-mv3" ? { scripts: [file] } : { service_worker: file }
}

/** The path of the background's script. @throws Error when there is none */
export function backgroundFile({ background: files }: BundledFiles): string {
  return required(files?.service_worker ?? files?.scripts?.[0], "a background")
}

function required<T>(value: T | undefined, what: string): T {
  const missing = value === undefined || (typeof value === "object" && Object.keys(value ?? {}).length === 0)
  if (missing) throw new Error(`Plasmo bundled no ${what.replace(/^an? /, "")}`)
  return value
}
