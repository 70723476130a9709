import { vi } from "vitest"
import { attackingPages } from "./drills/attacking-pages"
import { holds } from "./holds"

// Some fifty pages, of which several wait on purpose.
vi.setConfig({ testTimeout: 300_000 })

holds(attackingPages("chromium"))
