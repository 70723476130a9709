import { h } from "./dom.js"
import { articleView } from "./views/article.js"
import { catalogueView } from "./views/catalogue.js"
import { helpView } from "./views/help.js"
import { homeView } from "./views/home.js"
import { incentivesView } from "./views/incentives.js"
import { lessonsView } from "./views/lessons.js"
import { loginView } from "./views/login.js"
import { platformView } from "./views/platform.js"
import { redeemView } from "./views/redeem.js"
import { surveyView } from "./views/survey.js"
import { trainingsView } from "./views/trainings.js"
import { walletView } from "./views/wallet.js"

const VIEWS = [
  [/^\/$/, homeView],
  [/^\/masuk$/, loginView],
  [/^\/rekening$/, walletView],
  [/^\/pelatihan$/, catalogueView],
  [/^\/platform\/([a-z-]+)$/, platformView],
  [/^\/pelatihan-saya$/, trainingsView],
  [/^\/pelatihan-saya\/([a-z-]+)$/, lessonsView],
  [/^\/lembaga\/([a-z-]+)$/, redeemView],
  [/^\/insentif$/, incentivesView],
  [/^\/survei\/([12])$/, surveyView],
  [/^\/bantuan$/, helpView],
  [/^\/artikel$/, articleView],
]

/** The content of a path's page. */
export function viewOf(path) {
  for (const [pattern, view] of VIEWS) {
    const match = pattern.exec(path)
    if (match) return view(match[1])
  }
  return h("h1", {}, "Halaman tidak ada (simulasi)")
}
