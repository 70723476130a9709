import type { Seed } from "./seeds"
import { SEEDS } from "./seeds"

/** A page of ours, and what the person on this browser has been through when it is looked at. */
export interface Scene {
  /** For a title or a file's name. */
  name: string
  path: string
  seed: Seed
}

const seeds = Object.keys(SEEDS) as Seed[]
const scene = (path: string, seed: Seed = "in the middle"): Scene => {
  const page = path
    .replace(/^tabs\//, "")
    .replace(".html", "")
    .replace(/\W+/g, "-")
  return { name: `${page}: ${seed}`, path, seed }
}

/** Every page of ours, the popup in every state, and what needs nobody with nobody there. */
export const SCENES: Scene[] = [
  ...seeds.map((seed) => scene("popup.html", seed)),
  scene("tabs/welcome.html", "nobody"),
  scene("tabs/welcome.html?edit=1"),
  scene("tabs/welcome.html?new=1"),
  scene("options.html"),
  scene("options.html", "nobody"),
  scene("tabs/wallet.html", "wallet open"),
  scene("tabs/wallet.html"),
  scene("tabs/history.html"),
  scene("tabs/history.html", "all done"),
  scene("tabs/summary.html"),
  scene("tabs/help.html"),
  scene("tabs/help.html", "nobody"),
  scene("tabs/privacy.html"),
  scene("tabs/report.html"),
]
