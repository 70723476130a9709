import { useCallback, useState } from "react"
import type { Kdf } from "../../sealing/kdf"
import { keyFrom } from "./key-from"

/**
 * Derives keys from passphrases, and says while that takes its time. A space around a passphrase does not count:
 * keyboards of phones add one by themselves.
 */
export function useKey(): { busy: boolean; work: <T>(what: (key: Derive) => Promise<T>) => Promise<T> } {
  const [busy, setBusy] = useState(false)
  const work = useCallback(async <T>(what: (key: Derive) => Promise<T>): Promise<T> => {
    setBusy(true)
    try {
      await painted()
      return await what((passphrase, kdf) => keyFrom(passphrase.trim(), kdf))
    } finally {
      setBusy(false)
    }
  }, [])
  return { busy, work }
}

type Derive = (passphrase: string, kdf: Kdf) => Promise<string>

/** So long, in milliseconds, is waited for a frame that a page in the background never paints. */
const NO_FRAME = 100

/** Resolves once what was just said to be busy is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, NO_FRAME)
    requestAnimationFrame(() => {
      clearTimeout(late)
      setTimeout(resolve)
    })
  })
}
