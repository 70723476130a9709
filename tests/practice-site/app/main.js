import { machine } from "./machine.js"
import { goTo } from "./navigation.js"
import { start } from "./router.js"
import { askedStop, onChange } from "./store.js"
import { dress } from "./styles.js"

await dress()
const panel = document.getElementById("simulation")
const showMachine = () => panel.replaceChildren(machine())
showMachine()
onChange(showMachine)
if (askedStop && location.pathname === "/") goTo(askedStop.path)
start()
