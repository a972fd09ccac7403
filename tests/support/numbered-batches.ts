import type { Batch } from '../../server/store/graph-store.ts'
import { aCollection, anActor, anEvent, aSource, LOADER, someEvidence } from './records.ts'

/** Events that each numbered batch adds; the next one takes the first of them away again. */
export const EVENTS_A_BATCH = 60

/** The n-th batch, from 1: events with evidence, history and links, a source and an actor of its own; each touches every table. */
export function numberedBatch(n: number): Batch {
  const events = Array.from({ length: EVENTS_A_BATCH }, (_, i) =>
    anEvent({
      id: eventId(n, i),
      actor: `actor-${n}`,
      target: 'us',
      scope: `Scope ${i} of ${n}`,
      evidence: [someEvidence({ source: `case/s${n}`, quote: `Words ${i} of ${n}` })],
      history: [{ status: 'REPORTED', on: n, note: null }],
      breaks: [eventId(n - 1, i)],
    }),
  )
  return {
    writer: LOADER,
    collections: [aCollection({ title: `After ${n}` })],
    actors: [anActor('us'), anActor(`actor-${n}`)],
    sources: [aSource({ id: `case/s${n}` })],
    events,
    remove: { events: [eventId(n - 1, 0)] },
  }
}

export function eventId(n: number, i: number): string {
  return `case/${n}-${i}`
}

/** The ids of events that are there after n batches. */
export function eventsAfter(n: number): string[] {
  const ids: string[] = []
  for (let batch = 1; batch <= n; batch++) {
    for (let i = batch === n ? 0 : 1; i < EVENTS_A_BATCH; i++) ids.push(eventId(batch, i))
  }
  return ids
}
