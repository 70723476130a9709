import type { Break } from "../break"

export const OWN_MISTAKES: readonly Break[] = [
  {
    promise: "own-mistakes",
    means: "what an error says is kept with its places",
    file: "src/messages/fault-shape.ts",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    from: '.replace(`${message}`, "")',
    to: "",
    noticed: { project: "unit", file: "src/background/faults.test.ts" },
  },
  {
    promise: "own-mistakes",
    means: "a mistake's name and places are believed as a page tells them",
    file: "src/background/fault-log.ts",
    from: "frames: frames.filter((frame) => OWN_FILE.test(frame)),",
    to: "frames,",
    noticed: { project: "unit", file: "src/background/faults.test.ts" },
  },
  {
    promise: "own-mistakes",
    means: "mistakes that come together overwrite each other",
    file: "src/background/faults.ts",
    from: "  const done = queue.then(work)\n",
    to: "  const done = work()\n",
    noticed: { project: "unit", file: "src/background/faults.test.ts" },
  },
  {
    promise: "own-mistakes",
    means: "one site's broken description takes the others with it",
    file: "src/programmes/pack.ts",
    from: "if (!rules.success) return",
    to: "if (!rules.success || faults.length > 0) return",
    noticed: { project: "unit", file: "src/programmes/pack.test.ts" },
  },
  {
    promise: "own-mistakes",
    means: "one person's broken facts take the whole overview with them",
    file: "src/background/overview.ts",
    from: "    return { seen: { ...nameless, unreadable: failureOf(error) } }\n",
    to: "    throw error\n",
    noticed: { project: "unit", file: "src/background/people.test.ts" },
  },
  {
    promise: "own-mistakes",
    means: "a part of a page that throws is shown as nothing, without a word",
    file: "src/ui/Guarded.tsx",
    from: "return this.props.instead ?? <FailedPart />",
    to: "return null",
    noticed: { project: "unit", file: "src/ui/guarded.test.tsx" },
  },
]
