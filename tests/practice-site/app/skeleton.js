import { h } from "./dom.js"

/** Grey shapes in the place of a page that is still on its way. */
export function skeleton() {
  return h(
    "div",
    { "aria-busy": "true", "aria-label": "Memuat" },
    h("div", { class: "bone bone-title" }),
    // What a page shows in grey before it knows better says nothing of the person.
    h("div", { class: "bone bone-card", "aria-hidden": "true" }, h("span", { class: "ghost" }, "Berhasil")),
    h("div", { class: "bone bone-card" }),
  )
}
