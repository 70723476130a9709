import type { Plugin } from "esbuild"

/** The name before that of a module which stands for the browser's own. */
export const NATIVE = "native:"

/** What the sources name, and no build holds. */
export const REPLACED = "webextension-polyfill"

/**
 * Our pages and the background use the browser's own interface, which gives promises in all browsers that the manifests allow. Its
 * types, and the library that evens browsers out where there are older ones, are what the sources name.
 */
export const nativeInterface: Plugin = {
  name: "native-interface",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${REPLACED}$`) }, ({ path }) => ({
      path,
      namespace: NATIVE.slice(0, -1),
    }))
    onLoad({ filter: /./, namespace: NATIVE.slice(0, -1) }, () => ({
      contents: "export default globalThis.browser ?? globalThis.chrome",
    }))
  },
}
