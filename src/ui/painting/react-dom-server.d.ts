/** React DOM's types are not installed: this is all that is used of them. */
declare module "react-dom/server" {
  export function renderToString(element: import("react").ReactNode): string
}
