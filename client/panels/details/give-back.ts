/** What had the focus last: a row that makes room for the details it opens is gone before they are there. */
let last: Element | null = null

document.addEventListener('focusin', ({ target }) => {
  last = target instanceof Element ? target : null
})

/** What has the focus, or had it until it went from the page; null where nobody has put it anywhere. */
export function focused(): Element | null {
  const { activeElement, body } = document
  if (activeElement !== null && activeElement !== body) return activeElement
  return last?.isConnected === false ? last : null
}

/** Whether what had the focus is gone from the page. */
export function isLost(): boolean {
  return focused()?.isConnected === false
}

/** @returns what gives the focus back to an element, or to the row that stands for it then */
export function givingBack(opener: Element): () => void {
  const row = opener.closest('tr[data-events]')?.getAttribute('data-events')
  return () => {
    if (focusOn(opener)) return
    // The table of an answer makes room for details: when it is there again, its rows are others.
    if (row) requestAnimationFrame(() => focusOn(document.querySelector(`#table tr[data-events="${CSS.escape(row)}"]`)))
  }
}

function focusOn(element: Element | null): boolean {
  if (!(element instanceof HTMLElement) || !element.isConnected) return false
  element.focus()
  return true
}
