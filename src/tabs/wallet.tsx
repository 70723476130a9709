import { InLanguage } from "../ui/language/InLanguage"
import { WalletPage } from "../ui/wallet/WalletPage"
import "../ui/styles/tokens.css"
import "../ui/styles/base.css"
import "../ui/styles/controls.css"
import "../ui/styles/keeping.css"
import "../ui/styles/people.css"
import "../ui/styles/own-page.css"
import "../ui/styles/warnings.css"
import "../ui/styles/row-details.css"
import "../ui/styles/wallet.css"

document.documentElement.dataset.view = "page"

export default function Wallet() {
  return <InLanguage>{() => <WalletPage />}</InLanguage>
}
