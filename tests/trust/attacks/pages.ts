import type { Made } from "../../browser/server"
import { ATTACKS } from "./all"
import { type Attack, training } from "./attack"

export const inBrowsers: readonly Attack[] = ATTACKS.flatMap(({ attacks }) => attacks).filter(({ tried }) =>
  tried.includes("browsers"),
)

const FOLDER = "/serangan/"
/** The page that shows what the person is warned of, before any attack. */
export const BEFORE = "sebelum"

export const addressOf = (name: string, amount: number) => `${FOLDER}${name}?saldo=${amount}`

const honest = (amount: string) =>
  `<section><h2>Saldo Pelatihan</h2><p>Rp${Number(amount).toLocaleString("id-ID")}</p></section>`

const warned = `<section><h2>Pelatihan Saya</h2>${training("Milik Sendiri", "<p>Kode Redeem</p><button>Beri Ulasan</button>")}${training("Yang Lain", "")}</section>
<button>Sambungkan Sekarang</button>
<p class="badge">Akun kamu terindikasi melakukan kecurangan</p>
<section><h2>Insentif</h2><ul><li><span>Rp600.000</span><b>Gagal</b><i>1 Mei 2024</i></li></ul></section>`

/** Serves the attacks, each with an honest amount that is read when the page is. */
export const attackPages: Made = ({ pathname, searchParams }) => {
  if (!pathname.startsWith(FOLDER)) return undefined
  const name = pathname.slice(FOLDER.length)
  const attack = inBrowsers.find((each) => each.name === name)
  const amount = honest(searchParams.get("saldo") ?? "0")
  if (attack?.file) return { ...attack.file, text: attack.file.text.replace("{honest}", amount) }
  const body = name === BEFORE ? warned : attack?.body?.(1)
  if (body === undefined) return undefined
  // What compiles these tests gives functions their names by a function of its own.
  const script = attack?.act ? `<script>globalThis.__name = (of) => of;(${attack.act})()</script>` : ""
  return {
    type: "text/html",
    text: `<!doctype html><html lang="id"><head><title>${name}</title></head><body><main>${amount}${body}</main>${script}</body></html>`,
  }
}
