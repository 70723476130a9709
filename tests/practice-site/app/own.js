/* Tells what the simulated site does by itself from what anybody else does, for `meter.js`. */

let depth = 0
const around = { before() {}, after() {} }

/** Whether the site's own code is running. */
export const isOwn = () => depth > 0

/** Has `before` and `after` called around whatever the site does. */
export function watchOwn(before, after) {
  Object.assign(around, { before, after })
}

/** The same function; what it does is the site's own doing. */
export function own(run) {
  return function (...args) {
    if (depth === 0) around.before()
    depth += 1
    try {
      return run.apply(this, args)
    } finally {
      depth -= 1
      if (depth === 0) around.after()
    }
  }
}
