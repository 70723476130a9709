import { useState } from "react"
import { say } from "../language/words"
import { OwnPage } from "../OwnPage"
import { PeopleSettings } from "../people/PeopleSettings"
import { About } from "./About"
import { DataSettings } from "./DataSettings"
import type { Deletion } from "./DeleteEverything"
import { LanguageSettings } from "./LanguageSettings"
import { PreferenceSettings } from "./PreferenceSettings"
import { SiteSettings } from "./SiteSettings"
import { useChoices } from "./useChoices"

const PARTS = [
  ["people", "people_heading"],
  ["language", "language_heading"],
  ["reminders", "preferences_heading"],
  ["sites", "sites_heading"],
  ["data", "data_heading"],
  ["about", "about_heading"],
] as const

/** What the person wants of Jejak; every change takes effect at once. */
export function Settings() {
  // Kept here, since the parts begin anew when the participant is gone.
  const [isDeleted, setDeleted] = useState(false)
  return (
    <OwnPage
      heading={say("settings_heading")}
      forAnybody
      contents={PARTS.map(([id, heading]) => ({ id, label: say(heading) }))}
    >
      <Parts deletion={{ isDeleted, onDeleted: () => setDeleted(true) }} />
    </OwnPage>
  )
}

function Parts({ deletion }: { deletion: Deletion }) {
  const choices = useChoices()
  return (
    <>
      <PeopleSettings />
      <LanguageSettings choices={choices} />
      <PreferenceSettings choices={choices} />
      <SiteSettings />
      <DataSettings deletion={deletion} />
      <About />
    </>
  )
}
