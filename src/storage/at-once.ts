import { Dexie } from "dexie"
import type {
  Account,
  DigestPart,
  DigestSince,
  NotedRead,
  Participant,
  Setting,
  SiteRecord,
} from "./database"

/** What lies in the tables that are asked so. */
interface Rows {
  participants: Participant
  accounts: Account
  settings: Setting
  sites: SiteRecord
  reads: NotedRead
  digests: DigestPart & Partial<DigestSince>
}

/** What of a table of the browser's reads only. */
interface Reading<Row> {
  get(key: string): IDBRequest<Row | undefined>
  getAll(): IDBRequest<Row[]>
  count(): IDBRequest<number>
  index(name: string): { openCursor(range: null, direction: "prev"): IDBRequest<Cursor<Row> | null> }
}

type Cursor<Row> = IDBCursorWithValue & { readonly value: Row }

/** A table within the transaction, by its name. */
export type Asking = <Name extends keyof Rows>(name: Name) => Reading<Rows[Name]>

type AnswerOf<Request> = Request extends IDBRequest<infer Answer> ? Answer : undefined
/** What requests are answered with, by the same names. */
export type Answers<Requests> = { [Name in keyof Requests]: AnswerOf<Requests[Name]> }

/**
 * Asks the browser for several things as part of the transaction around it, and waits once, for the last: it answers in the order
 * in which it was asked. Only for what reads: what writes has to pass all that stands between (`watchWrites`, `readOnly`).
 * @param ask gives at least one request @throws the browser's error of any of them
 */
export function atOnce<Requests extends Readonly<Record<string, IDBRequest | undefined>>>(
  ask: (store: Asking) => Requests,
): PromiseLike<Answers<Requests>> {
  const { idbtrans } = Dexie.currentTransaction
  return new Dexie.Promise((resolve, reject) => {
    const requests = ask((name) => idbtrans.objectStore(name))
    let last: IDBRequest | undefined
    for (const request of Object.values(requests)) {
      if (!request) continue
      last = request
      request.onerror = (event) => {
        // Whoever waits is told, and ends the transaction.
        event.stopPropagation()
        event.preventDefault()
        reject(request.error)
      }
    }
    if (last)
      last.onsuccess = () => {
        const answers = Object.entries(requests).map(([name, request]) => [name, request?.result])
        resolve(Object.fromEntries(answers) as Answers<Requests>)
      }
  })
}
