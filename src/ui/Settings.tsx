import { OwnPage } from "./OwnPage"
import { PreferenceSettings } from "./PreferenceSettings"
import { SiteSettings } from "./SiteSettings"
import { say } from "./words"

/** What the person wants of Jejak; every change takes effect at once. */
export function Settings() {
  return (
    <OwnPage heading={say("settings_heading")}>
      <PreferenceSettings />
      <SiteSettings />
    </OwnPage>
  )
}
