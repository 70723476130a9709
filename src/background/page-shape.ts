import browser from "webextension-polyfill"
import * as z from "zod/mini"
import { faultSchema } from "../messages/faults"
import { MOST_OF_A_SHAPE, pageShapeSchema } from "../messages/page-shape"
import type { Site } from "../programmes/schema-sites"
import type { PageShape, ShapeNode } from "../reader/page-shape"
import { redactorOf } from "../reader/redaction"
import type { JejakDatabase } from "../storage/database"
import { noteFault } from "./faults"
import { REPORT_FILE } from "./files"
import { type KnownSite, readableSite } from "./readable-site"
import { Refusal } from "./refusal"

/** What our own script in the page answers where it went wrong. */
const faulty = z.strictObject({ fault: faultSchema })

/**
 * The shape of the page that a tab shows now, with everything taken out that could be anybody's.
 * @throws Refusal where the page is gone, is none that may be read, or shows what is the person's own business
 */
export async function shapeOfTab(database: JejakDatabase, tab: number): Promise<PageShape> {
  const url = await addressOf(tab)
  const known = await readableSite(database, url)
  if (!known) throw new Refusal("not-allowed")
  const { site } = known
  const answer = await shapeFrom(tab, site)
  if (answer === null) throw new Refusal("page-private")
  return parsed(answer, url, known)
}

async function addressOf(tab: number): Promise<string> {
  const found = await browser.tabs.get(tab).catch(() => undefined)
  if (found?.url === undefined || found.discarded) throw new Refusal("page-unreachable")
  return found.url
}

/** What the script in the page answers; null where it does not look. */
async function shapeFrom(tab: number, site: Site): Promise<unknown> {
  const target = { tabId: tab }
  try {
    await browser.scripting.executeScript({ target, files: [REPORT_FILE] })
    const [frame] = await browser.scripting.executeScript({ target, func: askForShape, args: [site] })
    return frame?.result
  } catch (error) {
    // The tab was closed or went elsewhere, or the browser has taken the access back.
    console.warn("The page's shape could not be had.", error)
    throw new Refusal("page-unreachable")
  }
}

/** Runs in the page, where nothing of this file is known. */
function askForShape(site: Site): unknown {
  const place = globalThis as unknown as Record<symbol, ((site: Site) => unknown) | undefined>
  return place[Symbol.for("jejak.report")]?.(site)
}

/**
 * Nothing that comes out of a page is believed, not even from our own script: it must be a shape of that site, and hold
 * no word but the site's.
 */
function parsed(answer: unknown, url: string, { site, health }: KnownSite): PageShape {
  if (typeof answer !== "string" || answer.length > MOST_OF_A_SHAPE) throw new Refusal("page-unreachable")
  const jejak = browser.runtime.getManifest().version
  const redactor = redactorOf(site)
  try {
    const told: unknown = JSON.parse(answer)
    const ofOurs = faulty.safeParse(told)
    if (ofOurs.success) noteFault("report", ofOurs.data.fault, health)
    const shape = pageShapeSchema.parse({ ...Object(told), jejak })
    const isOfSite = shape.site === site.id && shape.host === new URL(url).host
    if (isOfSite && redactor.allowsPath(shape.path) && textsOf(shape.tree).every(redactor.allows))
      return shape
  } catch (error) {
    // No JSON, no shape, or one so deep that it cannot be looked through.
    console.warn("The page's shape was not understood.", error)
  }
  throw new Refusal("page-unreachable")
}

function textsOf({ children = [] }: ShapeNode): string[] {
  return children.flatMap((child) => (typeof child === "string" ? [child] : textsOf(child)))
}
