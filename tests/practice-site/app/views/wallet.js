import { h, openDialog } from "../dom.js"
import { current, dispatch } from "../store.js"

const WALLETS = ["DANA", "GoPay", "OVO", "LinkAja", "BNI", "BCA"]

/** Number and code: while this is open, nothing may be read. */
function askForCode(provider) {
  const dialog = openDialog(
    `Sambungkan ${provider}`,
    h(
      "form",
      {
        class: "stack",
        onsubmit: (event) => {
          event.preventDefault()
          dialog.close()
          dispatch({ type: "link", provider })
        },
      },
      h("h2", {}, `Sambungkan ${provider}`),
      h("p", { class: "soft" }, "SIMULASI: isi apa saja, jangan nomor atau kode sungguhan."),
      h(
        "label",
        { class: "field" },
        "Nomor HP",
        h("input", { type: "tel", name: "phone", autocomplete: "off", placeholder: "08xx" }),
      ),
      h(
        "label",
        { class: "field" },
        "Kode OTP",
        h("input", { name: "otp", inputmode: "numeric", autocomplete: "one-time-code", maxlength: "6" }),
      ),
      h("button", { class: "button", type: "submit" }, "Ya, Sambungkan"),
      h("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, "Batal"),
    ),
  )
}

function choose() {
  const dialog = openDialog(
    "Pilih rekening atau e-wallet",
    h("h2", {}, "Pilih rekening atau e-wallet"),
    h(
      "ul",
      { class: "choices" },
      WALLETS.map((name) =>
        h(
          "li",
          {},
          h(
            "button",
            {
              class: "choice",
              type: "button",
              onclick: () => {
                dialog.close()
                askForCode(name)
              },
            },
            name,
          ),
        ),
      ),
    ),
    h("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, "Batal"),
  )
}

function unlink() {
  const dialog = openDialog(
    "Ubah rekening",
    h("h2", {}, "Ganti rekening atau e-wallet?"),
    h(
      "button",
      {
        class: "button",
        type: "button",
        onclick: () => {
          dialog.close()
          dispatch({ type: "unlink" })
        },
      },
      "Ya, Putuskan Rekening",
    ),
    h("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, "Batal"),
  )
}

/** The menu Rekening/e-wallet. */
export function walletView() {
  const { wallet, videos } = current()
  const linked = () => [
    h(
      "div",
      { class: "row" },
      h("span", { class: "logo", "aria-hidden": "true" }, wallet.provider.slice(0, 1)),
      h(
        "div",
        { class: "grow" },
        h("strong", {}, wallet.provider),
        h("div", { class: "soft" }, "08•• •••• ••12"),
      ),
      h("button", { class: "button small ghostly", type: "button", onclick: unlink }, "Ubah"),
    ),
  ]
  const unlinked = () => [
    h("p", {}, "Uang dikirim ke rekening atau e-wallet atas namamu sendiri."),
    h(
      "button",
      { class: "button", type: "button", disabled: videos < 3, onclick: choose },
      "Sambungkan Rekening/E-wallet",
    ),
    videos < 3 && h("p", { class: "soft" }, "Tonton dulu ketiga video di Beranda."),
  ]
  return h(
    "div",
    { class: "stack" },
    h("h1", {}, "Pengaturan pembayaran"),
    h("section", { class: "card" }, h("h2", {}, "Rekening/e-wallet"), wallet ? linked() : unlinked()),
  )
}
