import type { OwnMessage } from "../../../src/messages/messages"
import type { PageMessage } from "../../../src/messages/page-messages"
import { USUAL_PREFERENCES } from "../../../src/messages/preferences"
import { USUAL_COST } from "../../../src/sealing/kdf"

type Examples<Message extends { type: string }> = {
  [Type in Message["type"]]: Extract<Message, { type: Type }>
}

const training = {
  title: "Dasar Pembukuan",
  provider: "Lembaga Karangan",
  mode: "webinar" as const,
  startsAt: "2026-11-20T09:00",
  boughtOn: "2026-11-18",
}
const place = { kind: "badge" as const, section: "Pelatihan Saya" }

/** One valid message of every type that a content script may send. */
export const PAGE_EXAMPLES: Examples<PageMessage> = {
  "page-opened": { type: "page-opened" },
  "page-read": {
    type: "page-read",
    read: "read-1",
    kind: "read",
    observations: [
      { signal: "balance", words: "Saldo Pelatihan", values: { amount: 3_500_000 }, place },
      { signal: "training-bought", words: "Kode Redeem", training, place },
      { signal: "certificate", words: "Lihat Sertifikat", training, place },
    ],
  },
  "page-hint": { type: "page-hint", read: "read-1" },
  "hint-answered": { type: "hint-answered", hint: "review", answer: "never" },
}

const [participant, key] = ["p", `${"A".repeat(43)}=`]
const person = { displayName: "Peserta Karangan", wave: 70, announcedOn: "2026-11-10" }
const kdf = { ...USUAL_COST, salt: `${"A".repeat(22)}==` }

/** One valid message of every type that a page of ours may send; about a participant `p`. */
export const OWN_EXAMPLES: Examples<OwnMessage> = {
  overview: { type: "overview" },
  "add-participant": { type: "add-participant", ...person },
  "change-participant": { type: "change-participant", participant, ...person },
  "say-step": { type: "say-step", participant, step: "videos", state: "done", on: "2026-11-12" },
  answer: { type: "answer", participant, fact: "read-1.0", yes: true },
  retract: { type: "retract", participant, fact: "f" },
  "describe-training": { type: "describe-training", participant, particulars: training },
  "judge-address": { type: "judge-address", url: "https://dashboard.prakerja.go.id/" },
  "export-backup": { type: "export-backup" },
  "import-backup": { type: "import-backup", backup: "{}" },
  "say-same": { type: "say-same", participant, training: "t", as: "u", yes: true },
  "not-mine": { type: "not-mine", participant, training: "t" },
  check: { type: "check", participant, prerequisite: "same-number", provider: "dana", met: true },
  "wrong-codes": { type: "wrong-codes", participant },
  "choose-site": { type: "choose-site", site: "pintar" },
  "watch-site": { type: "watch-site", participant, host: "kelas.karsa.example" },
  "leave-site": { type: "leave-site", site: "host:kelas.karsa.example" },
  "change-preferences": { type: "change-preferences", preferences: USUAL_PREFERENCES },
  reminder: { type: "reminder", reminder: "p|first-purchase|3" },
  snooze: { type: "snooze", reminder: "p|first-purchase|3", until: "hour" },
  "switch-participant": { type: "switch-participant", participant },
  "remove-participant": { type: "remove-participant", participant },
  protect: { type: "protect", participant, kdf, key },
  unprotect: { type: "unprotect", participant, key },
  unlock: { type: "unlock", participant, key },
  lock: { type: "lock", participant },
  "answer-account": { type: "answer-account", account: "a", participant },
  "forget-accounts": { type: "forget-accounts", participant },
  reject: { type: "reject", participant, fact: "read-1.0" },
  "split-training": { type: "split-training", participant, training: "t", facts: ["f"], sites: [] },
  history: { type: "history", participant },
  "preview-backup": { type: "preview-backup", backup: "{}" },
  "safety-copies": { type: "safety-copies" },
  "restore-copy": { type: "restore-copy", copy: "c" },
  "page-shape": { type: "page-shape", tab: 1 },
  guide: { type: "guide" },
  "delete-everything": { type: "delete-everything" },
  faults: { type: "faults" },
  "note-fault": { type: "note-fault", page: "popup", fault: { error: "TypeError", frames: [] } },
  "permissions-changed": { type: "permissions-changed" },
}
