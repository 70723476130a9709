/** Hosts that the browsers themselves ask now and then, whatever extension is installed. */
const BROWSERS_OWN = ["accounts.google.com", "clients2.google.com", "update.googleapis.com"]

/** What is left of refused connections when the browser's own are taken out: nobody but us or a page can have asked. */
export function foreignTraffic(refused: readonly string[]): string[] {
  return refused.filter((target) => {
    const host =
      URL.canParse(target) && target.includes("//") ? new URL(target).hostname : target.split(":")[0]
    return !BROWSERS_OWN.includes(host ?? "")
  })
}
