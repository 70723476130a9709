import { painter } from "../ui/painting/painter"

// For the background to load after a change.
globalThis.jejakPainter = painter
