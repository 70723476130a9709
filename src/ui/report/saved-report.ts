import browser from "webextension-polyfill"
import type { Fault } from "../../messages/faults"
import type { PageShape } from "../../reader/page-shape"

/** A mistake of ours as it is told in a report: which host the person watches is nobody's business. */
export type ReportedFault = Fault

/** A saved report: a page's shape, with what went wrong of ours beside it. */
type PageReport = PageShape & { faults: ReportedFault[] }

/** What went wrong of ours, without a page. */
interface FaultReport {
  format: "jejak-faults"
  version: 1
  /** Jejak's own version. */
  jejak: string
  faults: readonly ReportedFault[]
}

export function reportedFaults(faults: readonly Fault[]): ReportedFault[] {
  return faults.map((fault) => (fault.site?.startsWith("host:") ? { ...fault, site: "watched" } : fault))
}

/** A page's report as a file's text. */
export function reportOfPage(shape: PageShape, faults: readonly ReportedFault[]): string {
  const report: PageReport = { ...shape, faults: [...faults] }
  return JSON.stringify(report, null, 1)
}

/** The report of what went wrong of ours alone, as a file's text. */
export function reportOfFaults(faults: readonly ReportedFault[]): string {
  const jejak = browser.runtime.getManifest().version
  const report: FaultReport = { format: "jejak-faults", version: 1, jejak, faults }
  return JSON.stringify(report, null, 1)
}
