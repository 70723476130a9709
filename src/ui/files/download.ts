/** Hands text to the browser as a file to be saved; `type` is its MIME type. */
export function saveFile(name: string, text: string, type = "application/json"): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The browser reads the blob after this returns; it goes with the page in any case.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
