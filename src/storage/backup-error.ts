/** A file that cannot be restored. `reason` is a failure that has its own sentence. */
export class BackupError extends Error {
  constructor(
    readonly reason: "backup-damaged" | "backup-from-the-future" | "backup-too-large" | "backup-locked",
  ) {
    super(reason)
  }
}
