import { ShieldIcon } from "../icons"
import { PreflightSummary } from "../journey/PreflightSummary"
import { say } from "../language/words"
import { OwnPage } from "../OwnPage"
import { ChangingNumber } from "./ChangingNumber"
import { HelpLines } from "./HelpLines"
import { LinkingFailures, ReportedFailure } from "./LinkingFailures"
import { OtpWait } from "./OtpWait"
import { PreflightList } from "./PreflightList"
import { WalletChoice } from "./WalletChoice"

/** What must be true before a bank account or wallet is linked, point by point. */
export function WalletPage() {
  return (
    <OwnPage heading={say("wallet_page_heading")}>
      <ReportedFailure />
      <PreflightSummary />
      <WalletChoice />
      <PreflightList />
      <section className="panel never" aria-labelledby="never-heading">
        <h2 id="never-heading">
          <ShieldIcon />
          {say("wallet_never_heading")}
        </h2>
        <p>{say("wallet_never")}</p>
      </section>
      <OtpWait />
      <LinkingFailures />
      <ChangingNumber />
      <HelpLines />
    </OwnPage>
  )
}
