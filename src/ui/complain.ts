/** For what fails without anybody having to be told. */
export function complain(error: unknown): undefined {
  console.error(error)
  return undefined
}
