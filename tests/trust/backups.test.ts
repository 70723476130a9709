import { BACKUPS } from "./drills/backups"
import { holds } from "./holds"

holds(BACKUPS)
