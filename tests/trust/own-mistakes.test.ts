import { OWN_MISTAKES } from "./drills/own-mistakes"
import { holds } from "./holds"

holds(OWN_MISTAKES)
