import { KEPT } from "./drills/kept"
import { holds } from "./holds"

for (const drill of KEPT.firefox) holds(drill)
