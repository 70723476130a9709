import { IDBFactory, IDBKeyRange } from "fake-indexeddb"

// For the background to load where the browser gives it no database.
globalThis.jejakMemory = { IDBFactory, IDBKeyRange }
