/** As the browsers say it of their storage areas, which have no names for their errors. */
const WORDS = /\bquota\b|no space left|NO_SPACE|disk (is )?full/i

/** Whether an error, or one that it wraps, says that there is no room left. */
export function isOfQuota(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false
  if ("name" in error && error.name === "QuotaExceededError") return true
  if ("name" in error && error.name === "Error" && "message" in error && WORDS.test(String(error.message)))
    return true
  const several = "failures" in error && Array.isArray(error.failures) ? error.failures : []
  return ("inner" in error && isOfQuota(error.inner)) || several.some(isOfQuota)
}
