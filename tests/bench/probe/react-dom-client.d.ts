/* Plasmo mounts our own pages; only the compared popup mounts itself, and of the package's types it needs no more than this. */
declare module "react-dom/client" {
  export function createRoot(container: Element): { render(children: import("react").ReactNode): void }
}
