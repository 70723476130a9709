import { KEPT } from "./drills/kept"
import { holds } from "./holds"

for (const drill of KEPT.chromium) holds(drill)
