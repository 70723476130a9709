/** Something has not settled for longer than anybody should wait. It may still be done later. */
export class TookTooLong extends Error {}

/** The same, or after so many milliseconds `TookTooLong`, whatever comes of it then. */
export function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TookTooLong(`longer than ${milliseconds} ms`)), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
