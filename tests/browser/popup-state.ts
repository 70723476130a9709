/** What the popup says, read from the attributes that product.md promises. */
export interface PopupState {
  /** The step's id; absent while there is none. */
  next: string | undefined
  nextWords: string
  warnings: { id: string; severity: string; due: string | undefined; words: string }[]
  steps: PopupStep[]
  /** The titles' own elements hold strangers' text. */
  trainings: { id: string; title: string; words: string }[]
  deadlines: PopupDeadline[]
  /** Lines of the money section, as shown. */
  money: string[]
}

/** One deadline of a training's step; instants are ISO 8601 with offset. */
export interface PopupDeadline {
  id: string
  training: string | undefined
  opens: string | undefined
  due: string | undefined
}

export interface PopupStep {
  id: string
  state: string
  /** First line of the row. */
  title: string
  training: string | undefined
  /** Values of `data-action` of the row's buttons. */
  actions: string[]
}

/**
 * Reads the popup. Runs inside the page: it may use nothing from outside itself, nor give a function a name, for
 * which some compilers need more than the function's own text.
 */
export function readPopup(): PopupState {
  const next = document.querySelector<HTMLElement>("[data-next-step]")
  return {
    next: next?.dataset.nextStep,
    nextWords: (next?.innerText ?? "").replace(/\s+/g, " ").trim(),
    warnings: [...document.querySelectorAll<HTMLElement>("[data-warning]")].map((element) => ({
      id: element.dataset.warning ?? "",
      severity: element.dataset.severity ?? "",
      due: element.dataset.due,
      words: element.innerText.replace(/\s+/g, " ").trim(),
    })),
    steps: [...document.querySelectorAll<HTMLElement>("[data-step]")].map((row) => ({
      id: row.dataset.step ?? "",
      state: row.dataset.state ?? "",
      title: row.innerText.trim().split("\n")[0] ?? "",
      training: row.closest<HTMLElement>("[data-training]")?.dataset.training,
      actions: [...row.querySelectorAll<HTMLElement>("[data-action]")].map(
        (button) => button.dataset.action ?? "",
      ),
    })),
    trainings: [...document.querySelectorAll<HTMLElement>("[data-training]")].map((element) => ({
      id: element.dataset.training ?? "",
      title: element.querySelector("h3")?.textContent?.trim() ?? "",
      words: element.innerText.replace(/\s+/g, " ").trim(),
    })),
    deadlines: [...document.querySelectorAll<HTMLElement>("[data-deadline]")].map((element) => ({
      id: element.dataset.deadline ?? "",
      training: element.closest<HTMLElement>("[data-training]")?.dataset.training,
      opens: element.querySelector<HTMLTimeElement>("[data-moment=opens] time")?.dateTime,
      due: element.querySelector<HTMLTimeElement>("[data-moment=due] time")?.dateTime,
    })),
    money: [...document.querySelectorAll<HTMLElement>("dl [data-money]")].map((line) =>
      line.innerText.replace(/\s+/g, " ").trim(),
    ),
  }
}

/** The state of a step: the person's own, or the first training's. */
export function stateOf(popup: PopupState, step: string): string | undefined {
  return popup.steps.find(({ id }) => id === step)?.state
}

/** One line for each thing that the popup says, for people and for failed tests. */
export function describePopup(popup: PopupState): string {
  const steps = popup.steps.flatMap(({ id, state, training }, i) => [
    ...(training && training !== popup.steps[i - 1]?.training
      ? [popup.trainings.find((each) => each.id === training)?.title ?? ""]
      : []),
    `${training ? "  " : ""}${id}: ${state}`,
  ])
  const warnings = popup.warnings.map(
    ({ id, severity, due }) => `${severity} ${id}${due ? ` until ${due}` : ""}`,
  )
  return [
    `next: ${popup.next ?? "-"}`,
    `warnings: ${warnings.join("; ") || "-"}`,
    ...steps,
    `money: ${popup.money.join("; ") || "-"}`,
  ].join("\n")
}
