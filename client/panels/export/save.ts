/** Hands a file to the reader's browser. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it when the click returns, but reads it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
