import { OwnPage } from "./OwnPage"
import { say } from "./words"

/** What must be true before a bank account or wallet is linked, point by point. */
export function WalletPage() {
  return <OwnPage heading={say("wallet_page_heading")}>{null}</OwnPage>
}
