/*
 * What is sealed is checked by hand: these checks run in the popup too, where a library for them would weigh more than all
 * the rest.
 */

type Check = (value: unknown) => boolean

/** A record with exactly these members. */
export function hasShape(checks: Record<string, Check>): Check {
  const names = Object.keys(checks)
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false
    const members = Object.entries(value)
    return members.length === names.length && members.every(([name, member]) => checkOf(checks, name)(member))
  }
}

function checkOf(checks: Record<string, Check>, name: string): Check {
  return (Object.hasOwn(checks, name) ? checks[name] : undefined) ?? (() => false)
}

/** A whole number within bounds. */
export function isWhole(least: number, most: number): Check {
  return (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most
}
