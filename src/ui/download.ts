/** Hands text to the browser as a JSON file to be saved. */
export function saveFile(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: "application/json" }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The browser reads the blob after this returns; it goes with the page in any case.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
