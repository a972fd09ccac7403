import { describe, expect, test } from 'vitest'
import { toTables } from '../../../client/state/list/list.ts'
import { sortedRows } from '../../../client/state/list/table.ts'
import { toKey } from '../../../client/state/export/key.ts'
import { toPlainList } from '../../../client/state/export/plain-tables.ts'
import { toEmphasis } from '../../../client/state/picture/emphasis.ts'
import { EMPTY_PICTURE } from '../../../client/state/picture/picture.ts'
import { toPicture, wishAt } from '../../../client/state/picture/to-picture.ts'
import { toEventTable } from '../../../client/state/list/events.ts'
import { withListTurned, withSelection, withSortTurned } from '../../../client/state/view/steps.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'
import { cellOfKey } from '../../../client/panels/list/grid-keys.ts'
import { isOpened, openedRow } from '../../../client/panels/list/opened-row.ts'
import { eventRow, network } from './made.ts'

const suspended = eventRow('e1', 'uk', 'us', 'SUSPENSION')
const denied = eventRow('e2', 'canada', 'us', 'CONDEMNATION', { status: 'DENIED', disputed: true })
const threatened = eventRow('e3', 'france', 'us', 'PRESSURE', {
  stage: 'THREATENED',
  occurred: { earliest: null, latest: '2025-08-31', extent: 'ONE_DAY', openStart: false, openEnd: false },
})
const all = network([suspended, denied, threatened])
const EVERYTHING = { lit: null, hiddenEvents: new Set<string>() }

const shownEvents = (view: Parameters<typeof toTables>[2], emphasis: Parameters<typeof toTables>[3] = EVERYTHING) =>
  toTables(EMPTY_PICTURE, all, view, emphasis).events.rows.map(({ id }) => id)

describe('the list of events', () => {
  test('holds denied events too', () => {
    expect(shownEvents(FIRST_VIEW)).toEqual(['e1', 'e2', 'e3'])
  })

  test('leaves out kinds and claims that are switched off, and says so', () => {
    const view = { ...FIRST_VIEW, hidden: ['SUSPENSION' as const], hiddenClaims: ['NOT_DONE' as const] }
    const { events } = toTables(EMPTY_PICTURE, all, view, EVERYTHING)
    expect(events.rows.map(({ id }) => id)).toEqual(['e2'])
    expect(events.note).toBe('Switched off: Suspension; what is offered or threatened.')
  })

  test('an event without any origin is of a single one at most', () => {
    const none = network([eventRow('e1', 'uk', 'us', 'SUSPENSION', { originCount: 0 })])
    const view = { ...FIRST_VIEW, hiddenClaims: ['SINGLE_ORIGIN' as const] }
    expect(toTables(EMPTY_PICTURE, none, view, EVERYTHING).events.rows).toEqual([])
  })

  test('says where it holds only the first of many', () => {
    const { note } = toEventTable({ ...all, events: { ...all.events, total: 4064 } }, all.events.nodes, null)
    expect(note).toBe('The first 3 of 4,064; a window of time brings others.')
  })

  test('is sorted by a column either way, what has no value last both times', () => {
    const { events } = toTables(EMPTY_PICTURE, all, FIRST_VIEW, EVERYTHING)
    const ids = (descending: boolean, column = 'happened') =>
      sortedRows(events, { column, descending }).map(({ id }) => id)
    expect(ids(false)).toEqual(['e1', 'e2', 'e3'])
    expect(ids(true)).toEqual(['e1', 'e2', 'e3'])
    expect(ids(false, 'who')).toEqual(['e2', 'e3', 'e1'])
    expect(ids(true, 'who')).toEqual(['e1', 'e3', 'e2'])
    expect(ids(true, 'nonsense')).toEqual(['e1', 'e2', 'e3'])
  })
})

test('of a line that has something switched off, the list, its file and the key of the picture tell what is left', () => {
  const known = network([
    eventRow('e1', 'uk', 'us', 'SUSPENSION'),
    eventRow('e2', 'uk', 'us', 'SUSPENSION', { disputed: true }),
    eventRow('e3', 'canada', 'us', 'PRESSURE', { disputed: true }),
  ])
  const picture = toPicture(known, { positions: [] }, wishAt('ACTOR'))
  const view = { ...FIRST_VIEW, hiddenClaims: ['DISPUTED' as const] }
  const emphasis = toEmphasis(picture, view, {})
  const tables = toTables(picture, known, view, emphasis)
  expect(tables.ties.rows).toHaveLength(1)
  const [act, , , , , events] = tables.ties.rows[0]?.cells.slice(1) ?? []
  expect([act?.text, act?.note, events?.text]).toEqual(['Suspension', undefined, '1'])
  const { columns, rows } = toPlainList('ties', tables, tables.ties.rows, { picture, emphasis, network: known })
  const told = rows.map((cells) => ['Events', 'Disputed', 'Event ids'].map((title) => cells[columns.indexOf(title)]))
  expect(told).toEqual([['1', 'no', 'e1']])
  const key = toKey([{ picture, emphasis }])
  expect([...key.kinds, ...key.claims].map(({ text }) => text)).toEqual(['Suspension 1'])
})

describe('steps of the list', () => {
  test('it opens where what is selected stands, and turns back to the picture', () => {
    const tie = withSelection(FIRST_VIEW, { what: 'tie', actor: 'a', target: 'b' })
    expect(withListTurned(tie).list).toBe('ties')
    expect(withListTurned(withSelection(FIRST_VIEW, { what: 'actor', id: 'a' })).list).toBe('actors')
    expect(withListTurned(FIRST_VIEW).list).toBe('events')
    expect(withListTurned(withListTurned(tie))).toEqual(tie)
  })

  test('a column sorts up, then down, then no more', () => {
    const up = withSortTurned(FIRST_VIEW, 'who')
    const down = withSortTurned(up, 'who')
    expect([up.sort, down.sort, withSortTurned(down, 'who').sort]).toEqual([
      { column: 'who', descending: false },
      { column: 'who', descending: true },
      null,
    ])
    expect(withSortTurned(down, 'act').sort).toEqual({ column: 'act', descending: false })
  })
})

test.each([
  ['ArrowDown', false, { row: 3, column: 1 }],
  ['ArrowUp', false, { row: 1, column: 1 }],
  ['ArrowLeft', false, { row: 2, column: 0 }],
  ['ArrowRight', false, { row: 2, column: 2 }],
  ['Home', false, { row: 2, column: 0 }],
  ['End', false, { row: 2, column: 2 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 4, column: 2 }],
  ['PageDown', false, { row: 4, column: 1 }],
  ['PageUp', false, { row: 0, column: 1 }],
])('%s (with Ctrl: %s) in a grid of five rows and three columns', (key, ctrl, to) => {
  expect(cellOfKey({ key, ctrl }, { row: 2, column: 1 }, 5, 3)).toEqual(to)
})

test('above the first row of a grid is its head, and there the arrows stop', () => {
  expect(cellOfKey({ key: 'ArrowUp', ctrl: false }, { row: 0, column: 1 }, 5, 3)).toEqual({ row: -1, column: 1 })
  expect(cellOfKey({ key: 'ArrowUp', ctrl: false }, { row: -1, column: 1 }, 5, 3)).toEqual({ row: -1, column: 1 })
  expect(cellOfKey({ key: 'x', ctrl: false }, { row: 0, column: 1 }, 5, 3)).toBeNull()
})

test('of several rows that open one tie, the one that the reader is on stays, and all are marked', () => {
  const tie = { what: 'tie', actor: 'a', target: 'b' } as const
  const rows = [{ opens: { what: 'event', id: 'e' } as const }, { opens: tie }, { opens: { ...tie } }]
  expect([0, 1, 2].map((active) => openedRow(rows, tie, active))).toEqual([1, 1, 2])
  expect(rows.map((row) => isOpened(row, tie))).toEqual([false, true, true])
  expect(openedRow(rows, null, 0)).toBe(-1)
})
