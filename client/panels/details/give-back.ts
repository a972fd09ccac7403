/** Where the focus came from, to be given back later. @returns what gives it back */
export function givingBack(opener: Element | null): () => void {
  const row = opener?.closest('tr[data-events]')?.getAttribute('data-events')
  return () => {
    if (focusOn(opener)) return
    // The table of an answer makes room for details: when it is there again, its rows are others.
    if (row) requestAnimationFrame(() => focusOn(document.querySelector(`#table tr[data-events="${CSS.escape(row)}"]`)))
  }
}

function focusOn(element: Element | null): boolean {
  if (!(element instanceof HTMLElement) || !element.isConnected || element === document.body) return false
  element.focus()
  return true
}
