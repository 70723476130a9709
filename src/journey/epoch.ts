/** Milliseconds since 1970, for comparing instants. @throws RangeError for a string that is no instant. */
export function epoch(instant: string): number {
  const milliseconds = Date.parse(instant)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`)
  return milliseconds
}
