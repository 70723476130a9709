/** A database of a later version was to be opened as if it were one of ours. */
class LaterVersion extends Error {
  override readonly name = "VersionError"
}

/**
 * The browser's databases, opened by their version only. Dexie otherwise takes one of a later Jejak for its own: it would
 * write into it, and add what it misses there.
 */
export function ownVersionOnly(factory: IDBFactory): IDBFactory {
  let own: number | undefined
  return {
    open(name, version) {
      own ??= version
      if (version === undefined || version !== own) throw new LaterVersion(name)
      return factory.open(name, version)
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  }
}
