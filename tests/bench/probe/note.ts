import { Dexie, type Table } from "dexie"

/*
 * What a durable note costs at the least: one put by Dexie, as durable as ours, acknowledged after its commit. And what it costs to
 * ask and write as much as ours does, without a line of ours: all that it has to go by at once, and then all that it changes at once.
 */

type Row = { id: string; participant: string; at: string }

const database = new Dexie("probe", { chromeTransactionDurability: "strict" }) as Dexie & {
  facts: Table<Row, string>
  reads: Table<Row, string>
  others: Table<object, string>
}
database.version(1).stores({ facts: "id, [participant+at]", reads: "id, at", others: "id" })
const { facts, reads, others } = database

const put = (rows: readonly Row[]) =>
  database.transaction("rw", facts, async () => {
    await facts.bulkPut(rows)
  })

const putAsMuch = async (rows: readonly Row[]) => {
  const known = ["person", "accounts", "question", "current"]
  await database.transaction("r", others, () => Promise.all(known.map((id) => others.get(id))))
  await database.transaction("rw", facts, reads, others, async () => {
    await Promise.all([
      others.get("person"),
      others.get("site"),
      others.get("digest"),
      ...rows.map(({ id }) => reads.get(id)),
      reads.orderBy("at").last(),
      reads.count(),
    ])
    await Promise.all([
      facts.bulkAdd(rows),
      reads.bulkAdd(rows.map(({ id, participant, at }) => ({ id, participant, at }))),
      others.put({ id: "site", rows }),
      others.put({ id: "digest", rows }),
    ])
  })
}

chrome.runtime.onMessage.addListener((message: { rows?: Row[]; asMuch?: true }, _sender, reply) => {
  const { rows = [], asMuch } = message
  ;(asMuch ? putAsMuch(rows) : put(rows))
    .then(() => reply({ ok: true }))
    .catch((error: unknown) => reply({ ok: false, failure: String(error) }))
  return true
})
