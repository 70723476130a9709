/* Who can log in to the simulated dashboard: `?akun=2` takes the second, and the tab stays with it. */

import { own } from "./own.js"

const KEY = "akun"
const read = own(() => sessionStorage.getItem(KEY))
const keep = own(() => sessionStorage.setItem(KEY, String(number)))

const ACCOUNTS = [
  { name: "Peserta Karangan", email: "peserta@karangan.example", card: "0000 1234 5678 9000" },
  { name: "Tetangga Karangan", email: "tetangga@karangan.example", card: "0000 9876 5432 1000" },
  { name: "Sepupu Karangan", email: "sepupu@karangan.example", card: "0000 2468 1357 8000" },
]

let number = Number(new URLSearchParams(location.search).get("akun") ?? read() ?? 1)
keep()

/** Whose account is logged in, or was last. */
export const account = () => ACCOUNTS[number - 1] ?? ACCOUNTS[0]

/** Logs in by an address; one that nobody has, or none, leaves the account as it is. */
export function chooseAccount(email) {
  const index = ACCOUNTS.findIndex((one) => one.email === email.trim().toLowerCase())
  if (index >= 0) number = index + 1
  keep()
}
