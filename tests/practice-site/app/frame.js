import { account } from "./accounts.js"
import { h, link } from "./dom.js"
import { current, dispatch } from "./store.js"

const MENU = [
  ["/", "Beranda"],
  ["/pelatihan", "Cari Pelatihan"],
  ["/pelatihan-saya", "Pelatihan Saya"],
  ["/insentif", "Insentif"],
  ["/rekening", "Rekening/e-wallet"],
  ["/artikel", "Artikel"],
  ["/bantuan", "Bantuan"],
]

const SILENT = ["/masuk"]

/** The page around a view: the top with the menu, and the view itself. */
export function frame(path, view) {
  if (SILENT.includes(path)) return h("main", { class: "page narrow" }, view)
  return h(
    "div",
    {},
    h(
      "header",
      { class: "top" },
      h(
        "div",
        { class: "top-row" },
        link("/", { class: "brand" }, "Dasbor Latihan", h("span", { class: "brand-mark" }, "SIMULASI")),
        current().signedIn &&
          h(
            "div",
            { class: "who" },
            h("div", {}, h("strong", {}, account().name), h("span", { class: "soft" }, account().email)),
            h(
              "button",
              { class: "quiet", type: "button", onclick: () => dispatch({ type: "sign-out" }) },
              "Keluar",
            ),
          ),
      ),
      h(
        "nav",
        { class: "menu", "aria-label": "Menu" },
        MENU.map(([href, label]) =>
          link(href, { class: "menu-item", "aria-current": path === href ? "page" : undefined }, label),
        ),
      ),
    ),
    h("main", { class: "page" }, view),
    h(
      "footer",
      { class: "foot" },
      h("p", {}, "Halaman latihan buatan Jejak. Bukan situs resmi, semua data karangan."),
      // A trap: an address on every page that is nobody's account.
      h("p", {}, "pengelola@karangan.example"),
    ),
  )
}
