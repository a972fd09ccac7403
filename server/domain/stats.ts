import type { Criteria } from './criteria.ts'
import { toDay, type Day } from './days.ts'
import { isDirected, isMirror } from './mirror.ts'
import type { ActorIndex, Row } from './snapshot.ts'
import { isAnswered, isDisputed, originsOn, type View } from './view.ts'
import { ACTOR_KINDS, codeOf, EVENT_KINDS, STAGES, type ActorKind, type EventKind } from './words.ts'

export interface Stats {
  readonly events: number
  /** Actors that acted or were acted toward. */
  readonly actors: number
  /** Ordered pairs; both directions of a mirrored meeting are pairs. */
  readonly ties: number
  /** Sources that the acts go back to: distinct origins as known on the day. */
  readonly sources: number
  /** Kinds that occur, in the order of EVENT_KINDS. */
  readonly byKind: readonly { readonly kind: EventKind; readonly events: number }[]
  /** Kinds that occur, in the order of ACTOR_KINDS. */
  readonly byActorKind: readonly { readonly kind: ActorKind; readonly actors: number }[]
  readonly disputed: number
  readonly answered: number
  /** Events that rest on one origin. */
  readonly singleOrigin: number
  /** Events whose stage is not ACTUAL. */
  readonly notDone: number
  /** Null while there is nothing. */
  readonly firstReported: Day | null
  readonly lastReported: Day | null
  /** Null while there is nothing. */
  readonly asKnownOn: Day | null
}

/** Counts over some events; mirrored rows count once, but as ties. @param rows of the criteria, in pair order. */
export function stats(view: View, rows: ArrayLike<Row>, criteria: Criteria): Stats {
  const { events, actors } = view.snapshot
  const done = codeOf(STAGES, 'ACTUAL')
  const seen = new Uint8Array(actors.length)
  const origins = new Set<number>()
  const kinds = EVENT_KINDS.map(() => 0)
  let [total, ties, disputed, answered, singleOrigin, notDone] = [0, 0, 0, 0, 0, 0]
  let [firstReported, lastReported] = [Infinity, -Infinity]
  let [lastActor, lastTarget] = [-1, -1]
  let lastOrigins: readonly number[] = []
  const countsAll = isDirected(criteria)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row
    const actor = events.actor[row] as ActorIndex
    const target = events.target[row] as ActorIndex
    if (actor !== lastActor || target !== lastTarget) {
      ties++
      seen[actor] = 1
      seen[target] = 1
      lastActor = actor
      lastTarget = target
    }
    if (!countsAll && isMirror(events, row)) continue
    total++
    const kind = events.kind[row] as number
    kinds[kind] = (kinds[kind] ?? 0) + 1
    if (isDisputed(view, row)) disputed++
    if (isAnswered(view, row)) answered++
    if (events.stage[row] !== done) notDone++
    const own = originsOn(view, row)
    if (own.length === 1) singleOrigin++
    // Rows of one data set share one list.
    if (own !== lastOrigins) for (const origin of own) origins.add(origin)
    lastOrigins = own
    const reported = events.reported[row] as Day
    if (reported < firstReported) firstReported = reported
    if (reported > lastReported) lastReported = reported
  }
  const acting = ACTOR_KINDS.map(() => 0)
  for (const { index, kind } of actors) {
    const code = codeOf(ACTOR_KINDS, kind)
    acting[code] = (acting[code] as number) + (seen[index] as number)
  }
  return {
    events: total,
    actors: acting.reduce((sum, each) => sum + each, 0),
    ties,
    sources: origins.size,
    byKind: EVENT_KINDS.map((kind, code) => ({ kind, events: kinds[code] ?? 0 })).filter((each) => each.events > 0),
    byActorKind: ACTOR_KINDS.map((kind, code) => ({ kind, actors: acting[code] ?? 0 })).filter(
      (each) => each.actors > 0,
    ),
    disputed,
    answered,
    singleOrigin,
    notDone,
    firstReported: total > 0 ? firstReported : null,
    lastReported: total > 0 ? lastReported : null,
    asKnownOn: toDay(view.knownOn),
  }
}
