import { useCommonSession } from "../session"
import { usePeopleMenu } from "./PeopleMenu"

/** On a page of its own, where there are several people: whose page it is, and the way to another's. */
export function PeopleBar() {
  const { overview } = useCommonSession()
  const { opener, list } = usePeopleMenu()
  if (overview.people.length < 2) return null
  return (
    <div className="people-bar">
      {opener}
      {list}
    </div>
  )
}
