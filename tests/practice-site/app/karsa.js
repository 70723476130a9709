import "./meter.js"
import { karsa } from "./platforms/karsa.js"
import { startPlatform } from "./platforms/shell.js"

await startPlatform(karsa)
