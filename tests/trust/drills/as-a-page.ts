/*
 * Stands before what a page of ours runs, outside of a browser: the page's own interface is asked for only that it is there,
 * and what derives keys, which a page loads when somebody types a passphrase, is there from the beginning.
 */
import "../../../src/later/keys"

const id = "a-page-of-ours"
Object.assign(globalThis, { browser: { runtime: { id } }, chrome: { runtime: { id } } })
