import type { ActorIndex, Row } from '../snapshot.ts'
import { statusOn, type View } from '../view.ts'
import type { DistancingQuery } from './types.ts'

/** For whom an event counts under a query. */
export interface Frame {
  /** Who stepped away: at TOP the `by` of the query where it stands above the actor, else the actor's top. */
  who(row: Row): ActorIndex
  /** From whom: at TOP the `toward` of the query where it stands above the target, else the target's top. */
  fromWhom(row: Row): ActorIndex
  /** At TOP: actor and target share a top. */
  isInternal(row: Row): boolean
  /** Whether who and from whom are those that were asked for. */
  isAsked(row: Row): boolean
  /** Neither denied on the day nor of an unspecified actor that was not asked for. */
  counts(row: Row): boolean
}

export function createFrame(view: View, query: DistancingQuery): Frame {
  const { rollUp } = view
  const { events, actors } = view.snapshot
  const { toward, by } = query
  const stands = (actor: ActorIndex, asked: ActorIndex | undefined, row: Row): ActorIndex => {
    if (query.level === 'ACTOR') return actor
    const day = rollUp.dayOf(row)
    return asked !== undefined && rollUp.isUnder(actor, asked, day) ? asked : rollUp.top(actor, day)
  }
  const who = (row: Row) => stands(events.actor[row] as ActorIndex, by, row)
  const fromWhom = (row: Row) => stands(events.target[row] as ActorIndex, toward, row)
  const shown = Uint8Array.from(actors, ({ index, unspecified }) =>
    Number(!unspecified || index === toward || index === by),
  )
  return {
    who,
    fromWhom,
    isInternal: (row) => query.level === 'TOP' && rollUp.topOfActor(row) === rollUp.topOfTarget(row),
    isAsked: (row) => (by === undefined || who(row) === by) && (toward === undefined || fromWhom(row) === toward),
    counts: (row) =>
      shown[events.actor[row] as ActorIndex] === 1 &&
      shown[events.target[row] as ActorIndex] === 1 &&
      (events.history.size === 0 || statusOn(view, row) !== 'DENIED'),
  }
}
