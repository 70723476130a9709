import type { Page } from "puppeteer-core"
import { practicePage } from "../../browser/practice-page"
import type { Ledger, Told } from "./ledger"

/** So many things are shown before the next training appears. */
const A_TRAINING = 20

/** What the page shows at its `n`th look: an amount that it has never shown, and the last trainings as far as they are. */
interface Look {
  amount: number
  trainings: { title: string; redeemed: boolean; certificate: boolean }[]
}

export function amountAt(n: number): number {
  return 3_500_000 - n
}

function lookAt(n: number): Look {
  const last = Math.floor(n / A_TRAINING)
  const shown = [last - 2, last - 1, last].filter((index) => index >= 0)
  return {
    amount: amountAt(n),
    trainings: shown.map((index) => ({
      title: `Pelatihan Karangan ${index}`,
      redeemed: n >= index * A_TRAINING + 7,
      certificate: n >= index * A_TRAINING + 14,
    })),
  }
}

/** A page of the practice dashboard that shows something new whenever it is told to. */
export interface Stream {
  readonly page: Page
  /** Everything that the page or its scripts put onto the console as an error. */
  readonly errors: string[]
  show(n: number): Promise<void>
}

/** Opens the page in a tab, and has its content script's witness tell the ledger. */
export async function openStream(page: Page, ledger: Ledger): Promise<Stream> {
  const errors: string[] = []
  page.on("pageerror", (error) => errors.push(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text())
  })
  await page.exposeFunction("drillTold", (told: string) => ledger.take(JSON.parse(told) as Told))
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("drill-witness", (event) => {
      const { drillTold } = window as unknown as { drillTold: (told: string) => void }
      drillTold((event as CustomEvent<string>).detail)
    })
  })
  await practicePage(page).open("/pelatihan-saya", { stop: "linked" })
  return {
    page,
    errors,
    async show(n) {
      await page.evaluate(paint, lookAt(n))
    },
  }
}

/** Runs inside the page. */
function paint({ amount, trainings }: Look): void {
  const main = document.querySelector("#root main")
  if (!main) throw new Error("the practice page has no main part")
  const cards = trainings.map(
    ({ title, redeemed, certificate }) => `<li><article class="card">
      <div class="row"><h3>${title}</h3><span class="badge">Webinar</span></div>
      <dl class="facts"><div><dt>Lembaga Pelatihan</dt><dd>Lembaga Karangan</dd></div></dl>
      ${redeemed ? '<p class="badge">Redeem Berhasil</p>' : ""}
      <div class="buttons">
        ${certificate ? '<button type="button">Lihat Sertifikat</button><button type="button">Beri Ulasan</button>' : ""}
        <button type="button">Lihat Detail</button>
      </div></article></li>`,
  )
  main.innerHTML = `<h2 class="badge">Saldo Pelatihan Rp${amount.toLocaleString("id-ID")}</h2>
    <h1>Pelatihan Saya</h1><ul>${cards.join("")}</ul>`
}
