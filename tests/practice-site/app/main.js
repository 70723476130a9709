import "./meter.js"
import { machine } from "./machine.js"
import { goTo } from "./navigation.js"
import { own } from "./own.js"
import { start } from "./router.js"
import { askedStop, onChange } from "./store.js"
import { dress } from "./styles.js"

await dress()
const panel = document.getElementById("simulation")
const showMachine = () => panel.replaceChildren(machine())
const begin = own(() => {
  showMachine()
  onChange(showMachine)
  if (askedStop && location.pathname === "/") goTo(askedStop.path)
  start()
})
begin()
