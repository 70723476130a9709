import { PACKS } from "./drills/packs"
import { holds } from "./holds"

holds(PACKS)
