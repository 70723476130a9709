import { WalletPage } from "../ui/WalletPage"
import { language } from "../ui/words"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/own-page.css"

document.documentElement.lang = language()
document.documentElement.dataset.view = "page"

export default function Wallet() {
  return <WalletPage />
}
