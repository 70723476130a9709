/** Characters of a backup's text. */
export const MOST_OF_A_BACKUP = 20_000_000
