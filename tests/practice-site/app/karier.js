import "./meter.js"
import { karier } from "./platforms/karier.js"
import { startPlatform } from "./platforms/shell.js"

await startPlatform(karier)
