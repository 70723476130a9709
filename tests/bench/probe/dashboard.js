/* The page that is measured, drawn as a single-page app draws itself. No promises: see pages.ts. */
;(() => {
  const { trainings, rows, amount, from, changes } = globalThis.wanted
  const root = document.getElementById("root")
  const put = (parent, tag, text = "", kind = "") => {
    const element = document.createElement(tag)
    if (text) element.textContent = text
    if (kind) element.className = kind
    if (tag === "button") element.type = "button"
    return parent.appendChild(element)
  }
  const menu = put(put(root, "header"), "nav")
  for (const name of ["Beranda", "Pelatihan Saya", "Insentif", "Rekening", "Bantuan"]) put(menu, "a", name)
  const main = put(root, "main")
  put(main, "h2", `Saldo Pelatihan Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`, "badge")
  put(main, "h1", "Pelatihan Saya")
  const list = put(main, "ul")
  for (let n = from; n < from + trainings; n += 1) {
    const card = put(put(list, "li"), "article", "", "css-1ab2cd")
    const head = put(card, "div")
    put(head, "h3", `Pelatihan Karangan nomor ${n + 1}`)
    put(head, "span", n % 2 ? "Webinar" : "Belajar Mandiri")
    const facts = put(card, "dl")
    const told = {
      "Lembaga Pelatihan": `Lembaga Karangan ${n % 7}`,
      Jadwal: "1 - 3 Maret 2024",
      "Kode Redeem": `SIMULASI-${1000 + n}`,
    }
    for (const [label, value] of Object.entries(told)) {
      const row = put(facts, "div")
      put(row, "dt", label)
      put(row, "dd", value)
    }
    put(card, "p", "Redeem Berhasil", "badge")
    const buttons = put(card, "div")
    put(buttons, "button", n % 3 ? "Lihat Sertifikat" : "Lanjutkan Belajar")
    put(buttons, "button", "Lihat Detail")
  }
  const table = put(put(main, "section"), "table")
  for (let n = 0; n < rows; n += 1) {
    const row = put(table, "tr")
    put(row, "td", `Kegiatan ${n + 1} pada dasbor`)
    put(row, "td", `${(n % 27) + 1} Maret 2024`)
    put(row, "td", n % 2 ? "Sudah dibaca oleh kamu" : "Pemberitahuan dari lembaga")
  }
  if (changes === 0) return
  const cells = [...table.querySelectorAll("td")]
  let turn = 0
  setInterval(() => {
    const cell = cells[turn % cells.length]
    cell.textContent = `Diperbarui ke-${turn}`
    cell.className = turn % 2 ? "css-odd" : "css-even"
    turn += 1
  }, 1000 / changes)
})()
