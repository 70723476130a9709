/** "2024-03-13". */
export type CivilDate = string
/** "2024-03-13T09:00": a clock on a wall, in a zone that the context names. */
export type CivilDateTime = string
/** The clock of a civil date that has one. */
export function hasClock(date: CivilDate | CivilDateTime): date is CivilDateTime {
  return date.includes("T")
}

/** The day of a civil date, with or without a clock. */
export function dayOf(date: CivilDate | CivilDateTime): CivilDate {
  return date.slice(0, 10)
}
