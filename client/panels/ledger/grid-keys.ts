import type { KeyboardEvent } from 'react'

const BUTTON = 'button'

/**
 * Keys of the table of an answer, whose rows and cells take the focus. On a row: up, down, Home and End go to others, right goes into
 * its cells, Enter opens it. In a cell: left and right go on, Escape and left of the first go back to the row, Enter opens what it
 * names. Escape on a row is left to the page.
 */
export function goIn(grid: HTMLTableElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const at = event.target instanceof HTMLElement ? event.target : null
  const row = at?.closest<HTMLTableRowElement>('tbody tr')
  if (!at || !row || !grid.contains(row)) return
  const cell = at.closest<HTMLElement>('td, th')
  const to = cell ? fromCell(event.key, cell, row, grid) : fromRow(event.key, row, grid)
  if (to === null) return
  event.preventDefault()
  event.stopPropagation()
  if (to === 'open') (cell?.querySelector<HTMLElement>(BUTTON) ?? row).click()
  else to?.focus()
}

type To = HTMLElement | 'open' | null | undefined

function fromRow(key: string, row: HTMLTableRowElement, grid: HTMLTableElement): To {
  const rows = [...grid.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  const place = rows.indexOf(row)
  switch (key) {
    case 'ArrowDown':
      return rows[place + 1] ?? row
    case 'ArrowUp':
      return rows[place - 1] ?? row
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    case 'ArrowRight':
      return cellsOf(row)[0]
    case 'Enter':
      return 'open'
    default:
      return null
  }
}

function fromCell(key: string, cell: HTMLElement, row: HTMLTableRowElement, grid: HTMLTableElement): To {
  const cells = cellsOf(row)
  const place = cells.indexOf(cell)
  switch (key) {
    case 'ArrowRight':
      return cells[place + 1] ?? cell
    case 'ArrowLeft':
      return cells[place - 1] ?? row
    case 'ArrowDown':
    case 'ArrowUp': {
      const next = fromRow(key, row, grid)
      if (!(next instanceof HTMLTableRowElement)) return cell
      return cellsOf(next).find(({ dataset }) => dataset['column'] === cell.dataset['column']) ?? next
    }
    case 'Escape':
      return row
    case 'Enter':
      return 'open'
    default:
      return null
  }
}

function cellsOf(row: HTMLTableRowElement): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(':scope > td, :scope > th')].filter((cell) => cell.checkVisibility())
}
