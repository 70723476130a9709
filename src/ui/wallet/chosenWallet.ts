import type { WalletView } from "../../messages/overview"
import { say, type Values } from "../language/words"
import type { Session } from "../session"

/** The bank or wallet that the person has chosen on the wallet's page. */
export function chosenWallet({ overview, journey }: Session): WalletView | undefined {
  return overview.wallets.find(({ id }) => id === journey.preflight.provider)
}

/** What sentences about a wallet need of it: its name, and that of its upgraded account. */
export function walletValues(wallet: WalletView | undefined): Values {
  return { wallet: wallet?.name ?? say("wallet_this"), tier: wallet?.tier ?? say("wallet_upgraded") }
}
