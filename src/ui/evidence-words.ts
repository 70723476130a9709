import type { Evidence } from "../journey/journey"
import { say } from "./language/words"

/** Who said it, or where it stood. @param name the participant's */
export function whoSaid(
  { by, site = "", host = "" }: Pick<Evidence, "by" | "site" | "host">,
  name: string,
): string {
  if (by === "person") return say("evidence_person", { name })
  // A host that the person watches has no other name.
  return site === host ? say("evidence_host", { host }) : say("evidence_page", { site, host })
}
