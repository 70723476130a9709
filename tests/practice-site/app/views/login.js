import { chooseAccount } from "../accounts.js"
import { h } from "../dom.js"
import { goTo } from "../navigation.js"
import { dispatch } from "../store.js"

/** The login screen: a page on which nothing may be read. */
export function loginView() {
  const enter = (event) => {
    event.preventDefault()
    chooseAccount(event.target.elements.email.value)
    dispatch({ type: "sign-in" })
    goTo("/")
  }
  return h(
    "section",
    { class: "card" },
    h("p", { class: "ribbon" }, "SIMULASI"),
    h("h1", {}, "Masuk"),
    h("p", { class: "soft" }, "Isi apa saja, atau biarkan kosong. Tidak ada yang dikirim."),
    h(
      "form",
      { class: "stack", onsubmit: enter },
      h(
        "label",
        { class: "field" },
        "Alamat email",
        h("input", { type: "email", name: "email", autocomplete: "off" }),
      ),
      h(
        "label",
        { class: "field" },
        "Kata sandi",
        h("input", { type: "password", name: "password", autocomplete: "off" }),
      ),
      h("button", { class: "button", type: "submit" }, "Masuk"),
    ),
    // A trap: the words of progress on a page that must stay unread.
    h(
      "div",
      { class: "soft aside" },
      h("span", { class: "badge" }, "Dalam Proses Seleksi"),
      " dan banyak lagi menantimu.",
    ),
  )
}
