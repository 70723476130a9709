/** Content scripts by the names that the build gives them: the one that reads pages, and the card within them. */
export const READER_FILE = "reader.js"
export const HINT_FILE = "hint.js"
/** The shape of a page, put into the one that the person reports. */
export const REPORT_FILE = "report.js"

/** The database in memory, which the background loads where the browser gives none. */
export const MEMORY_FILE = "later/memory.js"
/** What the background does beside noting, which it loads when any of it is needed. */
export const REST_FILE = "later/rest.js"
/** What paints the popup while it is closed, which the background loads after a change. */
export const PAINTER_FILE = "later/painter.js"
