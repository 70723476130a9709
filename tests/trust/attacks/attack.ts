/** One way in which a page may attack, with what must happen: data for a row of docs/attacks.md and for the tests. */
export interface Attack {
  /** Also the last part of the path at which it is served. */
  name: string
  /** What the page does. */
  does: string
  /** What must happen. */
  must: string
  /** Where it is tried: by the reader alone in jsdom, or through the finished build in Chromium and Firefox. */
  tried: readonly Where[]
  /**
   * The markup of its body, beside an honest amount that has to be read.
   * @param scale of whatever there is much of: 1 in a browser, less in jsdom
   */
  body?: (scale: number) => string
  /** A whole file in place of that, with its type; `{honest}` stands for the honest amount's markup. */
  file?: { type: string; text: string }
  /**
   * Runs in the page once its markup is there. Sets `taken` on the global object if it gets what it wants. Knows nothing of
   * this file.
   */
  act?: () => void
  /** All that may be read beside the honest amount, as "signal @title {values}"; "silent" when not even that. */
  reads?: readonly string[] | { atMost: number; of: RegExp } | "silent"
  /** A card of ours belongs into the page, and has to be there in the end. */
  card?: true
}

export type Where = "jsdom" | "browsers"

export const BOTH: readonly Where[] = ["jsdom", "browsers"]

/** A training's card as the dashboard shows it. */
export const training = (title: string, rest = "<button>Beri Ulasan</button>") =>
  `<article><h3>${title}</h3><p>LP: Maju Bersama</p><p>Jadwal: 1 Mei 2024</p><div>${rest}</div></article>`

/** Trainings under their heading, with others beside them that say nothing. */
export const trainings = (...cards: string[]) =>
  `<section><h2>Pelatihan Saya</h2><div>${[training("Menjahit", ""), ...cards].join("")}</div></section>`
