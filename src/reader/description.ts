import type { Signal, Site } from "../programmes/schema-sites"
import type { Mode } from "../programmes/steps"
import type { Calendar } from "./dates"
import type { Spelling } from "./normalise"
import type { Phrases } from "./phrases"

/** Labels by which a training's card tells its particulars. */
export type Label = "provider" | "schedule" | "boughtOn"

/** What the reader needs of a signal. */
export interface DescribedSignal
  extends Pick<
    Signal,
    "id" | "scope" | "where" | "address" | "paths" | "unless" | "alone" | "needs" | "takes"
  > {
  /** It has words. */
  speaks: boolean
  /** It asks for the heading of its section. */
  sectioned: boolean
}

/** A kind of meaning; with the place of its signal among the signals. Trainings' own sections are no signal's. */
export type DescribedMeaning =
  | { is: "signal"; signal: number }
  | { is: "account"; signal: number }
  | { is: "section"; signal?: number }
  | { is: "mode" | "silence" }
  | { is: "wallet"; wallet: string }

/** A site's description as a page's script needs it, and no more: made ready where there is time. Plain data. */
export interface Description extends Pick<Site, "hosts" | "silentPaths"> {
  signals: DescribedSignal[]
  spelling: Spelling
  calendar: Calendar
  phrases: Phrases
  meant: DescribedMeaning[]
  /** As patterns' sources. */
  labels: [Label, string][]
  firstOfLabels: string[]
  /** Words between spaces, by what they name. */
  modes: [Mode, string[]][]
  wallets: [string, string[]][]
  silent: string[]
  /** Ids of signals whose words could not be made ready, and why. */
  broken: string[]
  error?: { name: string; message: string; stack: string }
}
