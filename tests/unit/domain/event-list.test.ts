import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CursorError } from '../../../server/domain/cursor.ts'
import { EVENT_ORDERS, pageOfEvents, type EventOrder } from '../../../server/domain/event-list.ts'
import { select } from '../../../server/domain/select.ts'
import type { EventColumns, Row } from '../../../server/domain/snapshot.ts'
import { createView } from '../../../server/domain/view.ts'
import { graph } from '../../support/arbitraries.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { contentsOf } from '../../support/worlds.ts'

const pair = { actor: 'uk', target: 'us' }
const { events } = snapshotOf(
  contentsOf({
    actors: { uk: 'UK', us: 'US' },
    events: [
      { ...pair, id: 'b', occurred: '2025-03-01', reported: '2025-03-05' },
      { ...pair, id: 'a', occurred: '2025-03-01', reported: '2025-03-05' },
      { ...pair, id: 'c', occurred: '2025-03-01/2025-04-01', reported: '2025-03-04' },
      { ...pair, id: 'd', occurred: '/2025-05-01', reported: '2025-06-01' },
      { ...pair, id: 'e', occurred: '2025-01-01/..', reported: '2025-03-06' },
    ],
  }),
)
const rows = Array.from({ length: events.length }, (_, row) => row)
const ids = (of: EventColumns, some: readonly Row[]) => some.map((row) => of.id.get(row).split('/')[1])

test.each<[EventOrder, string]>([
  ['OCCURRED_ASC', 'deabc'],
  ['OCCURRED_DESC', 'cabed'],
  ['REPORTED_ASC', 'cabed'],
  ['REPORTED_DESC', 'deabc'],
])('%s, equal days by id', (orderBy, expected) => {
  expect(ids(events, pageOfEvents(events, rows, orderBy, 10, null).items).join('')).toBe(expected)
})

test('a page says what is before and after it', () => {
  const first = pageOfEvents(events, rows, 'OCCURRED_ASC', 2, null)
  expect(first).toMatchObject({ total: 5, hasNextPage: true, hasPreviousPage: false })
  const last = pageOfEvents(events, rows, 'OCCURRED_ASC', 3, first.cursorOf(first.items[1] as Row))
  expect(last).toMatchObject({ total: 5, hasNextPage: false, hasPreviousPage: true })
  expect(ids(events, last.items)).toEqual(['a', 'b', 'c'])
})

test('a cursor holds its place when its event goes and others come before and after', () => {
  const first = pageOfEvents(events, rows, 'OCCURRED_ASC', 3, null)
  const after = first.cursorOf(first.items[2] as Row)
  const later = snapshotOf(
    contentsOf({
      actors: { uk: 'UK', us: 'US' },
      events: [
        { ...pair, id: 'b', occurred: '2025-03-01' },
        { ...pair, id: 'd', occurred: '/2025-05-01' },
        { ...pair, id: 'before', occurred: '2025-02-01' },
        { ...pair, id: 'behind', occurred: '2025-08-01' },
      ],
    }),
  ).events
  const next = pageOfEvents(later, [0, 1, 2, 3], 'OCCURRED_ASC', 10, after)
  expect(ids(later, next.items)).toEqual(['b', 'behind'])
})

describe('what is no cursor of the list is refused', () => {
  const page = pageOfEvents(events, rows, 'OCCURRED_ASC', 1, null)
  const good = page.cursorOf(page.items[0] as Row)
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  test.each([
    ['empty', ''],
    ['not base64', '???'],
    ['not JSON', Buffer.from('hello').toString('base64url')],
    ['no list', written({ a: 1 })],
    ['too short', written(['events OCCURRED_ASC', 1])],
    ['of other types', written(['events OCCURRED_ASC', '1', 2, 'x'])],
    ['of another list', written(['actors', 'UK', 'uk'])],
    ['with something behind', `${good}A`],
  ])('%s', (_, cursor) => {
    expect(() => pageOfEvents(events, rows, 'OCCURRED_ASC', 1, cursor)).toThrow(CursorError)
    expect(() => pageOfEvents(events, [], 'OCCURRED_ASC', 1, cursor)).toThrow(CursorError)
  })
  test('of another order', () => {
    expect(() => pageOfEvents(events, rows, 'OCCURRED_DESC', 1, good)).toThrow(CursorError)
    expect(() => pageOfEvents(events, rows, 'OCCURRED_ASC', 1, good)).not.toThrow()
  })
})

test('pages of every size put together are the whole list, whatever the order of the rows', () => {
  fc.assert(
    fc.property(
      graph({ maxEvents: 30 }),
      fc.constantFrom(...EVENT_ORDERS),
      fc.integer({ min: 1, max: 9 }),
      ({ contents }, orderBy, size) => {
        const view = createView(snapshotOf(contents, 3), null, null)
        const all = select(view, {}, { level: 'ACTOR', purpose: 'LIST' })
        const whole = pageOfEvents(view.snapshot.events, all.toReversed(), orderBy, all.length + 1, null)
        expect([whole.items.length, whole.hasNextPage]).toEqual([all.length, false])
        const pages: Row[] = []
        for (let after: string | null = null, more = true; more;) {
          const page = pageOfEvents(view.snapshot.events, all, orderBy, size, after)
          expect(page.total).toBe(all.length)
          expect(page.hasPreviousPage).toBe(after !== null)
          pages.push(...page.items)
          more = page.hasNextPage
          const last = page.items.at(-1)
          after = last === undefined ? null : page.cursorOf(last)
        }
        expect(pages).toEqual(whole.items)
      },
    ),
  )
})
