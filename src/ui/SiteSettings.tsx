/** Which sites are read, how that is going, and how to begin and to end it. */
export function SiteSettings() {
  return null
}
