import { CheckIcon } from "./icons"
import { say } from "./language/words"
import { failed } from "./Notice"
import type { Outcome } from "./settings/useChoices"

/** Beside a setting: that it was saved, or why not. Always there, so that it is read out when it changes. */
export function OutcomeMark({ of: setting, outcome }: { of: string; outcome: Outcome | undefined }) {
  const own = outcome?.setting === setting ? outcome : undefined
  return (
    <p
      className="outcome"
      role="status"
      data-outcome={own && (own.failure ? "failed" : "saved")}
      data-setting={setting}
    >
      {own && !own.failure && <CheckIcon />}
      {own && (own.failure ? failed(own.failure).words : say("saved"))}
    </p>
  )
}
