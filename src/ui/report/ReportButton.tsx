import browser from "webextension-polyfill"
import { say } from "../language/words"
import { OWN_PAGES, openTab } from "../pages"

/** Opens the page on which the person sees, and may save, the shape of the page in a tab. */
export function ReportButton({ tab, look }: { tab: number; look: "button" | "link-button" }) {
  return (
    <button
      type="button"
      className={look}
      data-action="report-page"
      onClick={() => void openTab(browser.runtime.getURL(`${OWN_PAGES.report}?tab=${tab}`))}
    >
      {say("report_open")}
    </button>
  )
}
