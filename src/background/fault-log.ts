import * as z from "zod/mini"
import { faultOf } from "../messages/fault-shape"
import { type Fault, type FaultShape, faultSchema } from "../messages/faults"

/** As many different mistakes as are kept; the ones that came last. */
export const MOST_FAULTS = 50

/** Classes of errors of the language, of the browser and of our libraries. What calls itself anything else is told as "Error". */
const CLASSES = new Set([
  ...["Error", "AggregateError", "EvalError", "InternalError", "RangeError", "ReferenceError", "SyntaxError"],
  ...["TypeError", "URIError", "SuppressedError", "CompileError", "LinkError", "RuntimeError"],
  ...[
    "AbortError",
    "ConstraintError",
    "DataCloneError",
    "DataError",
    "EncodingError",
    "HierarchyRequestError",
  ],
  ...["InUseAttributeError", "InvalidAccessError", "InvalidCharacterError", "InvalidModificationError"],
  ...["InvalidNodeTypeError", "InvalidStateError", "NamespaceError", "NetworkError", "NotAllowedError"],
  ...["NotFoundError", "NotReadableError", "NotSupportedError", "OperationError", "QuotaExceededError"],
  ...["ReadOnlyError", "SecurityError", "TimeoutError", "TransactionInactiveError", "UnknownError"],
  ...["VersionError", "WrongDocumentError"],
  ...[
    "BulkError",
    "DatabaseClosedError",
    "DexieError",
    "ForeignAwaitError",
    "InternalError",
    "InvalidTableError",
  ],
  ...["MissingAPIError", "ModifyError", "NoSuchDatabaseError", "NoUpgradeError", "OpenFailedError"],
  ...["PrematureCommitError", "SchemaError", "SubTransactionError", "TransactionError", "UpgradeNeededError"],
  ...["UnsupportedError", "ZodError", "PackError", "NoProgramme"],
])

/** The files of the build that are code of ours; those that several pages share are named by a hash. */
const OWN_FILE =
  /^(?:(?:reader|hint|report|static\/background\/index|words\/(?:id|en))\.js|(?:popup|options|tabs\/[a-z]{1,20}|shared\/[0-9A-Z]{8}|later\/[a-z]{1,20})\.js):\d{1,7}:\d{1,7}$/

/** What one of our own names is: a job of the background, a content script, a page, a site of the pack or a host. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/
const SITE = /^(?:[a-z0-9-]{1,40}|host:[a-z0-9.-]{1,120})$/

const faultsSchema = z.array(
  z.strictObject({
    ...faultSchema.shape,
    where: z.string().check(z.regex(NAME)),
    site: z.exactOptional(z.string().check(z.regex(SITE))),
    first: z.iso.datetime(),
    last: z.iso.datetime(),
    count: z.int().check(z.positive()),
  }),
)

/** What was kept of a log, whatever lies there: nothing but what can only be of a mistake of ours. */
export function keptFaults(stored: unknown): Fault[] {
  const parsed = faultsSchema.safeParse(stored)
  return parsed.success ? parsed.data.slice(0, MOST_FAULTS) : []
}

/**
 * What may be kept of an error, or of one that was told already: its class where that is a known one, and its places in
 * files of ours. Never throws, whatever it is given.
 */
export function redacted(error: unknown): FaultShape {
  try {
    const told = faultSchema.safeParse(error)
    const { error: name, frames } = told.success ? told.data : faultOf(error)
    return {
      error: CLASSES.has(name) ? name : "Error",
      frames: frames.filter((frame) => OWN_FILE.test(frame)),
    }
  } catch {
    return { error: "Error", frames: [] }
  }
}

/**
 * The log with one more mistake, the newest first: the same one is counted.
 * @param now an instant in UTC
 * @param standing one that there is as long as this version of Jejak: it is counted once
 */
export function withFault(
  log: readonly Fault[],
  { where, site, ...shape }: FaultShape & { where: string; site?: string | undefined },
  now: string,
  standing: boolean,
): Fault[] {
  const place = NAME.test(where) ? where : "page"
  const about = site !== undefined && SITE.test(site) ? { site } : {}
  const isSame = (one: Fault) =>
    one.where === place &&
    one.site === about.site &&
    one.error === shape.error &&
    one.frames.join() === shape.frames.join()
  const before = log.find(isSame)
  const count = before ? before.count + (standing ? 0 : 1) : 1
  const fault = { ...shape, where: place, ...about, first: before?.first ?? now, last: now, count }
  return [fault, ...log.filter((one) => !isSame(one))].slice(0, MOST_FAULTS)
}
