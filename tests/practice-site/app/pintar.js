import "./meter.js"
import { pintar } from "./platforms/pintar.js"
import { startPlatform } from "./platforms/shell.js"

await startPlatform(pintar)
