import type { Promised } from "./drill"

/**
 * A change of the code that breaks a promise, and the test that must then fail. `npm run breaks` makes each in a copy of
 * the sources and looks whether it does; a unit test holds that each can still be made.
 */
export interface Break {
  promise: Promised
  /** What is no longer so, for docs/trust.md: "a page's message is believed without parsing it". */
  means: string
  file: string
  /** Stands exactly once in the file. */
  from: string
  to: string
  /** The test that notices: `unit` needs no build. */
  noticed: { project: "unit" | "built"; file: string; name?: string }
}

/** Every break there is, in the order of the promises. */
export const BREAKS: readonly Break[] = [
  {
    promise: "nothing-leaves",
    means: "our pages may ask others",
    file: "plasmo.config.ts",
    from: "\"connect-src 'none'\",",
    to: '"connect-src https: wss:",',
    noticed: { project: "built", file: "tests/trust/ways-out.test.ts" },
  },
  {
    promise: "nothing-leaves",
    means: "the content script has the page fetch a picture from elsewhere",
    file: "src/contents/reader.ts",
    from: "\nwatchPage()",
    to: '\nnew Image().src = "https://elsewhere.example/"\nwatchPage()',
    noticed: { project: "built", file: "tests/e2e/whole-way.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "a field is asked for what is typed into it",
    file: "src/page/watch.ts",
    from: "  const look = () => {\n",
    to: '  const look = () => {\n    if (document.querySelector("input")?.value === "?") return\n',
    noticed: { project: "built", file: "tests/e2e/whole-way.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "the card leaves a mark on the page around it",
    file: "src/page/card/card.ts",
    from: "  document.body.append(host)\n",
    to: '  document.body.append(host)\n  document.body.setAttribute("data-jejak", "")\n',
    noticed: { project: "built", file: "tests/e2e/whole-way.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "words are read before the address is asked whether they may be",
    file: "src/reader/read-page.ts",
    from: "  if (isSilentAddress(url, site)) return told([])\n",
    to: "  if (isSilentAddress(url, site) && document.body.textContent) return told([])\n",
    noticed: { project: "built", file: "tests/trust/untouched-chromium.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "words are read before the fields are looked at which tell that the screen is private",
    file: "src/reader/silence.ts",
    from: "  if (asksInPrivate([document], words, sight)) return undefined\n",
    to: "  if (asksInPrivate([document], words, sight)) pageOf(outlineOf(document), words, sight)\n",
    noticed: { project: "built", file: "tests/trust/untouched-chromium.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "what somebody types into a text that can be edited is read",
    file: "src/reader/elements.ts",
    from: ',:read-write"',
    to: '"',
    noticed: { project: "unit", file: "src/reader/silence.test.ts" },
  },
  {
    promise: "nothing-lost",
    means: "a reading that nobody answers is not sent again",
    file: "src/page/delivery.ts",
    from: "    pause = setTimeout(attempt, Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE))\n",
    to: '    settle({ ok: false, failure: "internal" })\n',
    noticed: {
      project: "built",
      file: "tests/trust/kept-chromium.test.ts",
      name: "the background is killed while observations flow",
    },
  },
  {
    promise: "nothing-lost",
    means: "a reading is acknowledged before it is stored",
    file: "src/storage/facts.ts",
    from: "  await database.facts.bulkAdd(key ? await aside(() => sealFacts(key, inTurn)) : inTurn)\n",
    to: "  setTimeout(() => database.facts.bulkAdd(inTurn), 300)\n",
    noticed: {
      project: "built",
      file: "tests/trust/kept-chromium.test.ts",
      name: "the background is killed while observations flow",
    },
  },
  {
    promise: "nothing-lost",
    means: "a reading that is sent again is noted again",
    file: "src/storage/facts.ts",
    from: "    if (await reads.get(read.id)) return 0\n",
    to: "",
    noticed: {
      project: "unit",
      file: "src/storage/clock.test.ts",
      name: "notes nothing twice that is sent again, however far it is set back",
    },
  },
  {
    promise: "nothing-lost",
    means: "what is shown is not stored anew",
    file: "src/background/overview.ts",
    from: 'unlessFaulty("painting", () => keep(overview))',
    to: 'unlessFaulty("painting", async () => void keep)',
    noticed: {
      project: "built",
      file: "tests/trust/kept-chromium.test.ts",
      name: "the background is killed while observations flow",
    },
  },
  {
    promise: "nothing-lost",
    means: "a script whose extension was reloaded goes on watching its page",
    file: "src/page/watch.ts",
    from: "    observer.disconnect()\n",
    to: "",
    noticed: {
      project: "built",
      file: "tests/trust/kept-chromium.test.ts",
      name: "the extension is reloaded while observations flow",
    },
  },
  {
    promise: "nothing-lost",
    means: "an alarm that is gone stays so",
    file: "src/background/index.ts",
    from: "() => wakeForNextChange(overview, reminder)",
    to: "async () => void [wakeForNextChange, reminder]",
    noticed: {
      project: "built",
      file: "tests/trust/clock.test.ts",
      name: "an alarm that is gone is there again after any start, and reminders still come",
    },
  },
  {
    promise: "nothing-lost",
    means: "with the clock set back, what comes last counts as the oldest",
    file: "src/storage/facts.ts",
    from: "(after === undefined ? fact : { ...fact, after })",
    to: "(after === undefined ? fact : { ...fact })",
    noticed: {
      project: "unit",
      file: "src/storage/clock.test.ts",
      name: "plain facts in the order in which they came",
    },
  },
  {
    promise: "nothing-lost",
    means: "with the clock set back, the newest reading is the first to be forgotten",
    file: "src/storage/facts.ts",
    from: "    const at = latest && latest.at >= read.at ? new Date(epoch(latest.at) + 1).toISOString() : read.at\n",
    to: "    const { at } = read\n    void latest\n    void epoch\n",
    noticed: {
      project: "unit",
      file: "src/storage/clock.test.ts",
      name: "notes nothing twice that is sent again, however far it is set back",
    },
  },
  {
    promise: "nothing-lost",
    means: "a clock that was set back and comes back tells again what was told",
    file: "src/journey/reminder-review.ts",
    from: '    if (settledAt !== undefined && settledIn <= 0) return { ...record, state: "shown" }\n',
    to: "",
    noticed: {
      project: "unit",
      file: "src/journey/reminder-review.property.test.ts",
      name: "is known to have been right before when it is right again",
    },
  },
  {
    promise: "nothing-lost",
    means: "what was told only by a clock a year ahead is taken for told in time",
    file: "src/journey/reminder-review.ts",
    from: '  const wasFarAhead = !isAhead && record.state === "shown" && settledIn > DAY\n',
    to: "  const wasFarAhead = settledIn === Number.NaN\n",
    noticed: {
      project: "unit",
      file: "src/journey/reminder-review.property.test.ts",
      name: "has told in time nobody whom it told when it was a year ahead",
    },
  },
  {
    promise: "nothing-lost",
    means: "what is noted while the browser gives no database goes with the background",
    file: "src/background/memory.ts",
    from: "await browser.storage.session.set({ [KEY]: rows })",
    to: "await browser.storage.session.get(KEY)",
    noticed: {
      project: "unit",
      file: "src/background/keeper.test.ts",
      name: "has everything in memory, which outlives the background and is not on the disk",
    },
  },
  {
    promise: "nothing-lost",
    means: "what found no room in memory stays there by half",
    file: "src/background/memory.ts",
    from: "await putRows(database, kept)",
    to: "await rowsIn(database)",
    noticed: {
      project: "unit",
      file: "src/background/keeper.test.ts",
      name: "acknowledges nothing that finds no room in memory, and keeps nothing of it",
    },
  },
  {
    promise: "nothing-lost",
    means: "what was kept in memory is forgotten before the database has it",
    file: "src/background/keeper.ts",
    from: "if (await carryOver(database, rows, copy)) await forgetRows()",
    to: "await carryOver(database, rows, copy).finally(forgetRows)",
    noticed: {
      project: "unit",
      file: "src/background/keeper.test.ts",
      name: "waits with what would have to be sealed until that can be",
    },
  },
  {
    promise: "nothing-lost",
    means: "a database of a later version is opened as if it were ours",
    file: "src/storage/own-version.ts",
    from: "version === undefined || version !== own",
    to: "version === 0",
    noticed: { project: "unit", file: "src/storage/opening.test.ts" },
  },
  {
    promise: "nothing-lost",
    means: "what a later version wrote can be written",
    file: "src/storage/read-only.ts",
    from: `core.transaction(stores, "readonly", options)`,
    to: "core.transaction(stores, _mode, options)",
    noticed: { project: "unit", file: "src/storage/opening.test.ts", name: "nothing is written" },
  },
  {
    promise: "nothing-lost",
    means: "that the disk was full is told only where a request says so, not the commit",
    file: "src/storage/watch-writes.ts",
    from: "if (isOfQuota(native.error)) full()",
    to: "",
    noticed: {
      project: "unit",
      file: "src/background/keeper.test.ts",
      name: "that is found only by the commit is told the same",
    },
  },
  {
    promise: "files",
    means: "a backup is taken without its checksum being looked at",
    file: "src/storage/backup.ts",
    from: '  if ((await checksumOf(content)) !== checksum) throw new BackupError("backup-damaged")\n',
    to: "",
    noticed: { project: "unit", file: "src/storage/backup.test.ts" },
  },
  {
    promise: "files",
    means: "a backup's reminders may stand under the name of another",
    file: "src/storage/backup.ts",
    from: 'owner === undefined || !id.startsWith(recordId(participant, ""))',
    to: "owner === undefined || id === recordId",
    noticed: { project: "unit", file: "src/storage/backup.test.ts" },
  },
  {
    promise: "files",
    means: "encrypted facts are taken without being tried",
    file: "src/storage/backup-plan.ts",
    from: "sealed.length > 0 && !(await",
    to: "sealed.length > 1e9 && !(await",
    noticed: { project: "unit", file: "src/storage/backup-restore.test.ts" },
  },
  {
    promise: "files",
    means: "of a backup the accounts are left out",
    file: "src/storage/backup-restore.ts",
    from: "    await accounts.bulkAdd(plan.accounts)\n",
    to: "",
    noticed: { project: "built", file: "tests/trust/backups.test.ts" },
  },
  {
    promise: "files",
    means: "a backup may hold more trainings than a browser can compare",
    file: "src/storage/backup.ts",
    from: "if (isTooMuch(backup.content))",
    to: "if (!backup.content)",
    noticed: { project: "unit", file: "src/storage/backup.test.ts" },
  },
  {
    promise: "files",
    means: "a pack's steps may wait for each other",
    file: "src/programmes/coherence.ts",
    from: "return left.size > 0",
    to: "return left.size < 0",
    noticed: { project: "unit", file: "src/programmes/coherence.test.ts" },
  },
  {
    promise: "files",
    means: "a pack's link may hold anything after its host",
    file: "src/programmes/schema-basics.ts",
    from: "(\\/[\\w./?=&%#~+,:;@!-]*)?$/",
    to: "(\\/[^]*)?$/",
    noticed: { project: "unit", file: "src/programmes/coherence.test.ts" },
  },
  {
    promise: "supply-chain",
    means: "a package of another licence goes into the extension",
    file: "scripts/licences.ts",
    from: '"ISC", "MIT", "MPL-2.0"]',
    to: '"ISC", "MIT"]',
    noticed: { project: "unit", file: "scripts/licences.test.ts" },
  },
  {
    promise: "supply-chain",
    means: "a version is a range",
    file: "package.json",
    from: '"zod": "4.6.7"',
    to: '"zod": "^4.6.7"',
    noticed: { project: "unit", file: "scripts/packages.test.ts" },
  },
  {
    promise: "supply-chain",
    means: "a component sets markup",
    file: "src/ui/settings/About.tsx",
    from: '<p>{say("about_what")}</p>',
    to: '<p ref={(p) => p && Object.assign(p, { innerHTML: say("about_what") })} />',
    noticed: { project: "unit", file: "scripts/markup.test.ts" },
  },
  {
    promise: "supply-chain",
    means: "the licences do not go with the extension",
    file: "scripts/build.ts",
    from: '    writeFileSync(join(bundle, "licences.txt"), licencesText())\n',
    to: "",
    noticed: { project: "built", file: "tests/manifest/bundles.test.ts" },
  },
]
