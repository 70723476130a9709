// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest"
import { programmes, watchedSite } from "../../src/programmes/registry"
import type { Programme } from "../../src/programmes/schema"
import type { Site } from "../../src/programmes/schema-sites"
import { readPage, said } from "../fixtures/reading"
import { karier } from "./app/platforms/karier.js"
import { karsa } from "./app/platforms/karsa.js"
import { pintar } from "./app/platforms/pintar.js"
import { stateAtStop } from "./app/platforms/shell.js"

/* What the reader makes of the practice platforms at each of their stops. */

const TODAY = "2024-08-30"
const programme = programmes[0] as Programme
const siteNamed = (id: string) => programme.sites.find((site) => site.id === id) as Site

const WEBINAR = "@Desain Kemasan Untuk Usaha Rumahan"
const OFFLINE = "@Lihat Sertifikat <b>Berhasil</b> & Isi Survei Pelanggan"
const SELF_PACED = "@Redeem Berhasil: Rahasia Kasir Toko Ritel"
const KARSA = "@Desain Kemasan untuk Usaha Rumahan"

type Platform = Parameters<typeof stateAtStop>[0]

function readAt(platform: Platform, stop: string, path: string, site: Site): string[] {
  history.replaceState(null, "", path)
  const view = platform.view(location.pathname, stateAtStop(platform, stop, TODAY), () => {})
  document.body.replaceChildren(view)
  return said(readPage(document, new URL(path, `https://${site.hosts[0]}`), site))
}

beforeEach(() => document.body.replaceChildren())

test.each([
  ["bought", [`redeem-pending ${WEBINAR}`, `redeem-pending ${OFFLINE}`]],
  ["redeemed", [`not-begun ${WEBINAR}`, `redeem-pending ${OFFLINE}`]],
  ["learning", [`learning ${WEBINAR} {"n":40}`, `redeem-pending ${OFFLINE}`]],
  ["finished", [`finished ${WEBINAR}`, `redeem-pending ${OFFLINE}`]],
  ["rated", [`finished ${WEBINAR}`, `redeem-pending ${OFFLINE}`]],
])("Pintar at %s", (stop, wanted) => {
  expect(unique(readAt(pintar, stop, "/id/prakerja", siteNamed("pintar")))).toEqual(wanted)
})

test.each([
  ["not-begun", [`not-begun ${SELF_PACED}`]],
  ["learning", [`learning ${SELF_PACED} {"n":45}`]],
  ["finished", [`finished ${SELF_PACED}`]],
])("Karier.mu at %s", (stop, wanted) => {
  expect(unique(readAt(karier, stop, "/programmu", siteNamed("karier")))).toEqual(wanted)
})

test("Karier.mu's face verification is silent, and its return address tells how it went", () => {
  const site = siteNamed("karier")
  expect(readAt(karier, "learning", "/programmu/wajah", site)).toEqual([])
  const status = "/prakerja-face-recognition-status?state=a"
  expect(readAt(karier, "learning", status, site)).toEqual(["face-passed"])
  expect(readAt(karier, "learning", `${status}&error_code=b`, site)).toEqual(["face-failed"])
})

test.each([
  ["bought", []],
  ["redeemed", [`redeemed ${KARSA}`, `learning ${KARSA} {"n":0}`]],
  ["attended", [`learning ${KARSA} {"n":25}`, `practice-task-outstanding ${KARSA}`]],
  [
    "post-tested",
    [`learning ${KARSA} {"n":75}`, `post-test-finished ${KARSA}`, `skills-demo-outstanding ${KARSA}`],
  ],
  [
    "finished",
    [`post-test-finished ${KARSA}`, `skills-demo-finished ${KARSA}`, `certificate-offered ${KARSA}`],
  ],
])("an institution's own site at %s", (stop, wanted) => {
  expect(
    unique(readAt(karsa, stop, "/kelas/desain-kemasan", watchedSite(programme, "kelas.karsa.example"))),
  ).toEqual(wanted)
})

/** A button beside a bar may say the same thing again, without its number. */
function unique(lines: string[]): string[] {
  return lines.filter((line) => !lines.some((other) => other.startsWith(`${line} {`)))
}
