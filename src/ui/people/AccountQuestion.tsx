import type { ReactNode } from "react"
import browser from "webextension-polyfill"
import type { PersonView, AccountQuestion as Question } from "../../messages/overview"
import { ChevronIcon, PlusIcon } from "../icons"
import { formatInstant } from "../language/formats"
import { say } from "../language/words"
import { OWN_PAGES, openTab } from "../pages"
import { useCommonSession } from "../session"

const HEADING = "account-heading"

/** Asks whose account the programme's own site shows, when it may be another's than that of whoever is looked at. */
export function AccountQuestion() {
  const { overview } = useCommonSession()
  const { accountQuestion: question, sites, people } = overview
  if (!question) return null
  const site = sites.find((each) => each.site === question.site)?.name ?? question.host
  const owner = people.find(({ id }) => id === question.belongsTo?.id)
  const current = people.find((person) => person.current)
  const seen = say("account_seen", { when: formatInstant(question.at, overview.programme) })
  if (question.nobody)
    return (
      <section className="account-question settled" data-account-question={question.id} data-nobody>
        <p>{say("account_nobody_said", { site })}</p>
        <More label={say("account_change")}>
          <Answers question={question} people={people} />
        </More>
      </section>
    )
  if (owner)
    return (
      <section className="account-question" data-account-question={question.id} aria-labelledby={HEADING}>
        <h2 id={HEADING}>{say("account_known_heading", { name: owner.displayName, site })}</h2>
        <p>
          {say("account_known_text", { current: current?.displayName ?? "" })} {seen}
        </p>
        <Answer question={question} participant={owner.id} primary>
          {say("account_switch", { name: nameOf(owner, people) })}
        </Answer>
        <More label={say("account_not_known", { name: owner.displayName })}>
          <Answers question={question} people={people.filter((person) => person !== owner)} />
        </More>
      </section>
    )
  return (
    <section className="account-question" data-account-question={question.id} aria-labelledby={HEADING}>
      <h2 id={HEADING}>{say("account_heading", { site })}</h2>
      <p>
        {say("account_text")} {seen}
      </p>
      <Answers question={question} people={people} />
    </section>
  )
}

function More({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="more">
      <summary>
        {label}
        <ChevronIcon />
      </summary>
      {children}
    </details>
  )
}

/** Everybody whose it may be, whoever is looked at first, somebody new, and nobody. */
function Answers({ question, people }: { question: Question; people: readonly PersonView[] }) {
  const add = () => {
    void openTab(browser.runtime.getURL(`${OWN_PAGES.add}&account=${encodeURIComponent(question.id)}`))
  }
  return (
    <ul className="account-answers">
      {[...people]
        .sort((a, b) => Number(b.current) - Number(a.current))
        .map((person) => (
          <li key={person.id}>
            <Answer question={question} participant={person.id}>
              {nameOf(person, people)}
            </Answer>
          </li>
        ))}
      <li>
        <button
          type="button"
          className="button small quiet"
          data-action="answer-account"
          data-answer="new"
          onClick={add}
        >
          <PlusIcon />
          {say("account_new")}
        </button>
      </li>
      {!question.nobody && (
        <li>
          <Answer question={question} participant={null}>
            {say("account_nobody")}
          </Answer>
        </li>
      )}
    </ul>
  )
}

interface AnswerProps {
  question: Question
  /** Null: nobody here. */
  participant: string | null
  primary?: boolean
  children: string
}

function Answer({ question, participant, primary = false, children }: AnswerProps) {
  const { send } = useCommonSession()
  const answer = async () => {
    // The panel goes away with its question.
    if (await send({ type: "answer-account", account: question.id, participant }))
      document.querySelector<HTMLElement>("main")?.focus()
  }
  return (
    <button
      type="button"
      className={primary ? "button" : "button small quiet"}
      data-action="answer-account"
      data-answer={participant ?? "nobody"}
      onClick={() => void answer()}
    >
      <bdi>{children}</bdi>
    </button>
  )
}

/** With the wave, where two go by one name. */
function nameOf({ displayName: name, wave }: PersonView, people: readonly PersonView[]): string {
  const isShared = people.filter(({ displayName }) => displayName === name).length > 1
  return isShared ? say("account_person_wave", { name, wave }) : name
}
