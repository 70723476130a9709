import type { Plugin } from "esbuild"

/**
 * Our pages use the browser's own interface, which gives promises in all browsers that the manifests allow. The library that
 * evens it out is for whoever answers messages: the background.
 */
export const nativeInterface: Plugin = {
  name: "native-interface",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^webextension-polyfill$/ }, ({ path }) => ({ path, namespace: "native" }))
    onLoad({ filter: /./, namespace: "native" }, () => ({
      contents: "export default globalThis.browser ?? globalThis.chrome",
    }))
  },
}
