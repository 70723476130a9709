/** The browser's own interface, with promises in either engine: the library that else evens it out costs more than the painting. */
export const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome
