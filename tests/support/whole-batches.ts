import { expect } from 'vitest'
import type { Batch, GraphStore } from '../../server/store/graph-store.ts'
import { EVENTS_A_BATCH, eventsAfter, numberedBatch } from './numbered-batches.ts'

/** Of the change list, so much is looked at. */
const MOST_CHANGES = 20
/** What a batch writes beside its events: the collection, an actor, a source; and one event that it takes away. */
const BESIDE_EVENTS = 4

/** The n-th batch, from 1: in turn as a load and by hand, each noted in the audit log. */
export function mixedBatch(n: number): Batch {
  const batch = numberedBatch(n)
  return isByHand(n)
    ? { ...batch, writer: { by: 'HAND', name: 'ann' }, action: 'recordEvent' }
    : { ...batch, action: 'load' }
}

function isByHand(n: number): boolean {
  return n % 2 === 0
}

/**
 * That a store holds so many mixed batches, each whole, with its place in the change list and in the audit log.
 * @returns the version, which is the number of batches.
 */
export async function expectWholeBatches(store: GraphStore): Promise<number> {
  const version = await store.version()
  const ids = eventsAfter(version)
  const columns = { events: 0, evidence: 0, statuses: 0, links: 0 }
  for await (const chunk of store.eventColumns()) {
    columns.events += chunk.events.length
    columns.evidence += chunk.evidence.length
    columns.statuses += chunk.statuses.length
    columns.links += chunk.links.length
  }
  const count = ids.length
  expect(columns).toEqual({ events: count, evidence: count, statuses: count, links: count })
  const contents = (await store.readCollection('case'))?.contents
  expect(contents?.events.map(({ id }) => id) ?? []).toEqual(ids.toSorted())
  expect(contents?.collection.title).toBe(version > 0 ? `After ${version}` : undefined)
  expect(await store.sources()).toHaveLength(version)
  expect(await store.actors()).toHaveLength(version > 0 ? version + 1 : 0)
  expect(await store.eventCandidates('words')).toHaveLength(count)

  const since = Math.max(0, version - MOST_CHANGES)
  const changes = await store.changesSince(since)
  expect(changes?.map((change) => change.version)).toEqual(numbers(since + 1, version))
  for (const change of changes ?? []) {
    expect(change.events).toHaveLength(change.version === 1 ? EVENTS_A_BATCH : EVENTS_A_BATCH + 1)
  }
  const { entries } = await store.audit({ first: (version + 1) * (EVENTS_A_BATCH + BESIDE_EVENTS) })
  const noted = Map.groupBy(entries, (entry) => entry.version)
  expect([...noted.keys()].sort((a, b) => a - b)).toEqual(numbers(1, version))
  for (const [of, own] of noted) expect(own).toHaveLength(isByHand(of) ? EVENTS_A_BATCH + BESIDE_EVENTS : 1)
  return version
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
