import { Dexie, type Table } from "dexie"

/* What a durable note costs at the least: one put by Dexie, as durable as ours, acknowledged after its commit. */

type Row = { id: string; participant: string; at: string }

const database = new Dexie("probe", { chromeTransactionDurability: "strict" }) as Dexie & {
  facts: Table<Row, string>
}
database.version(1).stores({ facts: "id, [participant+at]" })

chrome.runtime.onMessage.addListener((message: { rows?: Row[] }, _sender, reply) => {
  const { rows = [] } = message
  database
    .transaction("rw", database.facts, () => database.facts.bulkPut(rows))
    .then(() => reply({ ok: true }))
    .catch((error: unknown) => reply({ ok: false, failure: String(error) }))
  return true
})
