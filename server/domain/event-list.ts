import { compareCodePoints } from './code-points.ts'
import { pageOf, type Listing, type Page } from './page.ts'
import type { EventColumns, Row } from './snapshot.ts'

/** Orders of a list of events. Equal days stand by id, ascending in each of them. */
export const EVENT_ORDERS = ['OCCURRED_ASC', 'OCCURRED_DESC', 'REPORTED_ASC', 'REPORTED_DESC'] as const
export type EventOrder = (typeof EVENT_ORDERS)[number]

/**
 * A page of events in an order.
 * @param rows in any order. @param after null: from the beginning.
 * @throws CursorError
 */
export function pageOfEvents(
  events: EventColumns,
  rows: Iterable<Row>,
  orderBy: EventOrder,
  first: number,
  after: string | null,
): Page<Row> {
  return pageOf(rows, eventListing(events, orderBy), first, after)
}

function eventListing(events: EventColumns, orderBy: EventOrder): Listing<Row> {
  const isByOccurred = orderBy === 'OCCURRED_ASC' || orderBy === 'OCCURRED_DESC'
  const major = isByOccurred ? events.earliest : events.reported
  const minor = isByOccurred ? events.latest : events.reported
  const sign = orderBy === 'OCCURRED_ASC' || orderBy === 'REPORTED_ASC' ? 1 : -1
  const at = (column: Int32Array, row: Row) => column[row] as number
  return {
    name: `events ${orderBy}`,
    keyTypes: ['number', 'number', 'string'],
    keyOf: (row) => [at(major, row), at(minor, row), events.id.get(row)],
    compare: (a, b) =>
      sign * (at(major, a) - at(major, b)) || sign * (at(minor, a) - at(minor, b)) || events.id.compare(a, b),
    compareToKey: (row, [majorKey, minorKey, id]) =>
      sign * (at(major, row) - Number(majorKey)) ||
      sign * (at(minor, row) - Number(minorKey)) ||
      compareCodePoints(events.id.get(row), String(id)),
  }
}
