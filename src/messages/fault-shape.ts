import type { FaultShape } from "./faults"

/*
 * For the reader too, which can bear no library: what a mistake tells, without Zod. The background looks at it once more.
 */

/** As many places as are told of one error. */
export const MOST_FRAMES = 8

/** A place in a file of an extension. No page's code is ever on our stack, nor another extension's. */
const PLACE = /(?<=-extension:\/\/[^/]+\/)[\w./-]+\.js:\d+:\d+/g

/**
 * All that is told of an error: its class's name and the places in our own files. Its message may quote a page or a person:
 * Chromium repeats it at the head of the stack, from where it goes first.
 */
export function faultOf(thrown: unknown): FaultShape {
  const { name, message, stack } = Object(thrown) as Record<string, unknown>
  const frames = `${stack}`.replace(`${message}`, "").match(PLACE) ?? []
  const [error] = `${name}`.match(/^[a-z]+$/i) ?? ["Error"]
  return { error, frames: frames.slice(0, MOST_FRAMES) }
}
