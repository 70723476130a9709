import type { Site } from "./schema-sites"

/** The match patterns of a site, as a manifest and a permission request write them. */
export function patternsOf({ hosts }: Pick<Site, "hosts">): string[] {
  return hosts.map((host) => `https://${host}/*`)
}
