const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
]

/** Today's civil date in Jakarta, "2024-08-30". */
export function todayInJakarta() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" }).format(new Date())
}

/** The civil date `days` days after `date`. */
export function addDays(date, days) {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** "30 Agustus 2024". */
export function longDate(date) {
  const [year, month, day] = date.split("-").map(Number)
  return `${day} ${MONTHS[month - 1]} ${year}`
}

/** "Rp3.500.000". */
export function rupiah(amount) {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`
}
