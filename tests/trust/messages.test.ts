import { MESSAGES } from "./drills/messages"
import { holds } from "./holds"

for (const drill of MESSAGES) holds(drill)
