import { readingRules } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { SeenFact } from "./facts"

/** How much a site's word about a training's particulars weighs: the programme's own, a platform's, any other's. */
export const WEIGHTS = ["watched", "platform", "home"] as const
type Weight = (typeof WEIGHTS)[number]

/** A site on which something was seen. A host that the person watches is a site of its own. */
export interface SeenOn {
  key: string
  name: string
  weight: Weight
}

/** The site that a page's fact is from. */
export function seenOn({ site, host }: Pick<SeenFact, "site" | "host">, programme: Programme): SeenOn {
  const rules = readingRules(programme, site)
  if (rules && "access" in rules)
    return { key: site, name: rules.name, weight: rules.access === "install" ? "home" : "platform" }
  return { key: `host:${host}`, name: host, weight: "watched" }
}
