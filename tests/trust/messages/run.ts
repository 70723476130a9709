import { atTheDoor } from "./at-the-door"
import { startBackground } from "./background"
import { storms } from "./storms"

/*
 * One drill in a process of its own, since the background takes the whole process for its browser.
 * `tsx run.ts <kind> <rounds> <seed>`, and the outcome as JSON is the last line.
 */

const KINDS = { "at-the-door": atTheDoor, storms }

const [kind, rounds, seed] = process.argv.slice(2)
const drill = KINDS[kind as keyof typeof KINDS]
// What the background tells a developer is nobody's here.
for (const level of ["error", "warn"] as const) console[level] = () => undefined
const outcome = await drill(await startBackground(), Number(rounds), Number(seed))
process.stdout.write(`\n${JSON.stringify(outcome)}\n`, () => process.exit(0))
