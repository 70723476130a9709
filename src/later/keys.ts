import { keyFrom } from "../sealing/derive"

// For a page to load once somebody types a passphrase.
globalThis.jejakKeyFrom = keyFrom
