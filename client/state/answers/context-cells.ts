import type { DistancingQuery } from '../../api/generated/graphql.ts'
import { count, dayWords } from '../words/dates.ts'
import { openEvent, type Cell } from './answer.ts'

type Row = DistancingQuery['distancing']['rows'][number]
type Item = Row['continues']['items'][number]

/** What is known of cooperation around the acts, in the three lists of the contract; only `continues` bears the word "still". */
export function contextCells(row: Row): readonly Cell[] {
  const { continues, meanwhile, before } = row
  const cells: Cell[] = [
    ...continues.items.map((item) => beside('Still cooperates', item, row)),
    ...meanwhile.items.map((item) => beside('Cooperates', item, row, 'order not stated')),
    ...before.items.map((item) => earlier(item, row)),
  ]
  const more = continues.total + meanwhile.total + before.total - cells.length
  if (more > 0) cells.push({ text: `and ${more} more`, quiet: true })
  if (continues.total + meanwhile.total === 0)
    cells.unshift({ text: 'None recorded since', heard: 'nothing recorded since' })
  if (row.restored?.known) {
    cells.push({ text: 'Restored', ...(row.restored.on ? { note: `by ${dayWords(row.restored.on)}` } : {}) })
  }
  return cells
}

function beside(text: string, item: Item, row: Row, more = ''): Cell {
  const note = [item.scope ?? 'scope not stated', withWhom(item, row), more].filter(Boolean).join(', ')
  return { text, note, kind: 'COOPERATION', ...opens(item) }
}

function earlier(item: Item, row: Row): Cell {
  return { text: `before: ${withWhom(item, row) || (item.scope ?? 'scope not stated')}`, quiet: true, ...opens(item) }
}

function withWhom({ target }: Item, { fromWhom }: Row): string {
  return target.id === fromWhom.id ? '' : `with ${target.nameInSentence}`
}

function opens({ events }: Item): Pick<Cell, 'opens'> {
  const [event] = events.nodes
  return event ? { opens: openEvent(event) } : {}
}

/** Days after the first mover; null where nobody is surely first. */
export function lagWords(lag: Row['lag']): string | null {
  if (!lag) return null
  const { min, max } = lag
  if (min === 0 && max === 0) return 'moved first'
  if (max === null || max === undefined) return `at least ${count(min, 'day')} later`
  return min === max ? `${count(min, 'day')} later` : `${min} to ${count(max, 'day')} later`
}
