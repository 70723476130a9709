import { STORAGE_FULL } from "./drills/storage-full"
import { holds } from "./holds"

holds(STORAGE_FULL)
