import type { AddressVerdict } from "../programmes/address"

/** Offers to watch the site in the current tab: a platform of the pack, or any other learning site. */
export function WatchThisSite(_: { verdict: AddressVerdict | undefined }) {
  return null
}
