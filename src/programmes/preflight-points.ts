/*
 * Prerequisites that a programme has under these ids are more than points to tick: choosing the bank or wallet, and
 * comparing two phone numbers.
 */

export const PROVIDER_POINT = "supported-provider"
export const NUMBER_POINT = "same-number"
/** The limit of wrong codes: an advice with the minutes to wait. */
export const WRONG_CODES_ADVICE = "wrong-otp"
/** Only an upgraded wallet can be linked, and how many days the upgrade can take. */
export const UPGRADE_POINT = "upgraded"
export const UPGRADE_ADVICE = "wallet-upgrade-days"
