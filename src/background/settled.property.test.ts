import "fake-indexeddb/auto"
import fc from "fast-check"
import { expect, it } from "vitest"
import { dump } from "../../tests/fixtures/dump"
import { seen } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import { askStanding, type Shown, standingOf } from "../storage/accounts"
import { atOnce } from "../storage/at-once"
import { type Account, JejakDatabase } from "../storage/database"
import { isOwnPage, isSettled } from "./accounts"

const site = programmes[0]?.sites.find(({ access }) => access === "install")
if (!site) throw new Error("no site")
const TABLES = ["accounts", "participants", "settings"]
const KINDS = ["card", "email", "name"] as const

const shown: fc.Arbitrary<Shown> = fc
  .record({ fingerprint: fc.constantFrom("a", "b", "c", "d"), kind: fc.constantFrom(...KINDS) })
  .map(({ fingerprint, kind }) => ({ fingerprint: `${fingerprint}${KINDS.indexOf(kind)}`.repeat(32), kind }))
const some = fc.uniqueArray(shown, { maxLength: 3, selector: ({ fingerprint }) => fingerprint })
const account = fc
  .tuple(shown, fc.constantFrom("p1", "p2", "gone", null))
  .map(([one, participant]): Account => ({ ...one, participant }))
const situation = fc.record({
  people: fc.constantFrom(["p1"], ["p1", "p2"]),
  current: fc.constantFrom("p1", "p2", "gone"),
  accounts: fc.uniqueArray(account, { maxLength: 6, selector: ({ fingerprint }) => fingerprint }),
  last: some,
  asked: fc.option(some.filter(({ length }) => length > 0)),
  onPage: some,
  /** A card that was noted before accounts were known of. */
  card: fc.option(fc.constantFrom("p1", "p2")),
  /** As most pages are: they show again what was shown before. */
  again: fc.boolean(),
})

let number = 0

it("a page that is settled is the current participant's, and the guard has nothing to write of it", async () => {
  let settled = 0
  await fc.assert(
    fc.asyncProperty(situation, async ({ people, current, accounts, last, asked, card, again, ...page }) => {
      number += 1
      const database = new JejakDatabase(`settled-${number}`)
      const onPage = again ? last : page.onPage
      await database.participants.bulkAdd(
        people.map((id) => ({ id, programme: "prakerja-2024", displayName: id, wave: 70, createdAt: id })),
      )
      await database.accounts.bulkAdd(accounts)
      await database.settings.put({ key: "current-participant", value: current })
      if (last.length > 0)
        await database.settings.put({ key: "accounts-seen", value: JSON.stringify({ [site.id]: last }) })
      const at = "2024-07-01T00:00:00.000Z"
      if (asked)
        await database.settings.put({
          key: "account-question",
          value: JSON.stringify({ id: "q", site: site.id, host: "h", at, fingerprints: asked }),
        })
      if (card) {
        const fingerprint = "f9".repeat(32)
        const fact = seen("2024-07-01", "card-number", {
          values: { card: { fingerprint, lastFour: "0016" } },
        })
        await database.facts.add({ ...fact, participant: card })
      }
      const before = await dump(database)
      const standing = await database.transaction("r", TABLES, async () =>
        standingOf(await atOnce(askStanding)),
      )
      const looked = { site, host: "h", onPage }
      if (isSettled(looked, standing)) {
        settled += 1
        const who = standing.current?.id ?? ""
        expect(await isOwnPage(database, looked, who, { now: () => at, newId: () => "new" })).toBe(true)
        expect(await dump(database)).toEqual(before)
      }
      await database.delete()
    }),
    { numRuns: 400 },
  )
  expect(settled).toBeGreaterThan(20)
})
