import { pageOfEvents, type EventOrder } from '../domain/event-list.ts'
import type { Row } from '../domain/snapshot.ts'
import type { View } from '../domain/view.ts'
import { pageSize, type Given } from './arguments.ts'
import { connection } from './connection.ts'
import { eventModel } from './to-model.ts'

export interface PageArguments {
  readonly orderBy?: Given<EventOrder>
  readonly first?: Given<number>
  readonly after?: Given<string>
}

/** A page of some events as read under the view. @throws OutOfRangeError, CursorError */
export function eventPage(view: View, rows: Iterable<Row>, { orderBy, first, after }: PageArguments) {
  const page = pageOfEvents(view.snapshot.events, rows, orderBy ?? 'OCCURRED_ASC', pageSize(first), after ?? null)
  return connection(page, (row) => eventModel(view, row))
}
