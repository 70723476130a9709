import type { Keeping } from "../messages/overview"

/** How what is noted is kept now. */
export function keepingOf(): Keeping {
  return { where: "disk" }
}
