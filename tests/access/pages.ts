import type { Seed } from "./seeds"
import { SEEDS } from "./seeds"

/** A page of ours, and what the person on this browser has been through when it is looked at. */
export interface Scene {
  /** For a title or a file's name. */
  name: string
  path: string
  seed: Seed
  /** What has happened beside it. */
  and?: "locked" | "another's account" | "mistakes of ours" | "unreadable"
}

const seeds = Object.keys(SEEDS) as Seed[]
const scene = (path: string, seed: Seed = "in the middle", and?: Scene["and"]): Scene => {
  const page = path
    .replace(/^tabs\//, "")
    .replace(".html", "")
    .replace(/\W+/g, "-")
  return { name: `${page}: ${seed}${and ? `, ${and}` : ""}`, path, seed, ...(and && { and }) }
}

/** Every page of ours, the popup in every state, and what needs nobody with nobody there. */
export const SCENES: Scene[] = [
  ...seeds.map((seed) => scene("popup.html", seed)),
  scene("popup.html", "in the middle", "locked"),
  scene("popup.html", "in the middle", "another's account"),
  scene("tabs/welcome.html", "nobody"),
  scene("tabs/welcome.html?edit=1"),
  scene("tabs/welcome.html?new=1"),
  scene("options.html"),
  scene("options.html", "nobody"),
  scene("tabs/wallet.html", "wallet open"),
  scene("tabs/wallet.html"),
  scene("tabs/history.html"),
  scene("options.html", "in the middle", "locked"),
  scene("tabs/history.html", "all done"),
  scene("tabs/history.html", "in the middle", "locked"),
  scene("tabs/summary.html"),
  scene("tabs/help.html"),
  scene("tabs/help.html", "nobody"),
  scene("tabs/privacy.html"),
  scene("tabs/report.html"),
  scene("options.html", "in the middle", "mistakes of ours"),
  scene("tabs/report.html", "in the middle", "mistakes of ours"),
  scene("popup.html", "in the middle", "unreadable"),
  scene("tabs/history.html", "in the middle", "unreadable"),
]
