import { isDeepStrictEqual } from "node:util"
import type { Plugin } from "esbuild"
import { readPack } from "../src/programmes/pack"
import { digestOfPack } from "../src/programmes/pack-digest"
import { storedPacks } from "../src/programmes/stored"

/**
 * The digests of all packs. @throws Error for one of which anything cannot be used, or is not used just as it is stored: nothing is built
 * with it
 */
export function checkedPacks(packs: typeof storedPacks = storedPacks): string[] {
  return packs.map((stored) => {
    const { programme, faults } = readPack(stored)
    if (faults.length > 0 || !isDeepStrictEqual(programme, stored))
      throw new Error(`The pack ${stored.id} cannot be used as it is stored.`)
    return digestOfPack(stored)
  })
}

/** Writes into what is built that its packs were checked. */
export const packsChecked: Plugin = {
  name: "packs-checked",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]programmes[\\/]checked\.ts$/ }, () => ({
      contents: `export const CHECKED_PACKS = ${JSON.stringify(checkedPacks())}`,
      loader: "ts",
    }))
  },
}
