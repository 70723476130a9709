import type { PersonView } from "../../messages/overview"
import { today } from "../language/formats"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"
import { useNow } from "../useNow"
import { type ParticipantEntry, ParticipantForm } from "./ParticipantForm"

interface Props {
  person: PersonView
  announcedOn: string | undefined
  onDone: () => void
}

/** Name, wave and day of the announcement of anybody on this browser. */
export function PersonDetails({ person, announcedOn = "", onDone }: Props) {
  const { overview, attempt, tell } = useCommonSession()
  const now = useNow()
  const save = async (entry: ParticipantEntry) => {
    const failure = await attempt({ type: "change-participant", participant: person.id, ...entry })
    if (failure !== undefined) return tell(failed(failure))
    tell({ words: say("person_saved", { name: entry.displayName }), kind: "shown" })
    onDone()
  }
  return (
    <ParticipantForm
      // What is asked for may come later than the form.
      key={announcedOn}
      participant={{ ...person, announcedOn }}
      waves={overview.waves}
      today={today(Intl.DateTimeFormat().resolvedOptions().timeZone, now)}
      onSave={save}
      onCancel={onDone}
      another
    />
  )
}
