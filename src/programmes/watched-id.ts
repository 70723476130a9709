const WATCHED = "host:"

/** The id of a watched host, among and unlike those of the pack's sites. */
export function watchedId(host: string): string {
  return `${WATCHED}${host}`
}

/** The host of such an id. */
export function hostOfWatched(id: string): string | undefined {
  return id.startsWith(WATCHED) ? id.slice(WATCHED.length) : undefined
}
