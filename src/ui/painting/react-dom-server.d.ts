/** React DOM's types are not installed: this is all that is used of them. */
declare module "react-dom/server" {
  export function renderToStaticMarkup(element: import("react").ReactNode): string
}
