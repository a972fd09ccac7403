import { keyOf, keyOfEntry } from '../../../server/domain/record-key.ts'
import type { GraphStore, Kept, Writer } from '../../../server/store/graph-store.ts'
import { everything } from '../../store/everything.ts'
import { aBatch, aDataSet, anEnd, anImport, aRow, itsSource } from '../../support/import-records.ts'
import { aCollection, anActor, anAffiliation, anEvent, aSource, LOADER, toBatch } from '../../support/records.ts'

const HAND: Writer = { by: 'HAND', name: 'Ánna "the analyst"' }

/** Does to a store all that can be done to one, so that there is something of each kind to be kept, and of each more than once. */
export async function liveAFullLife(store: GraphStore): Promise<void> {
  await store.apply({ ...toBatch(everything('all')), action: 'load' })
  await store.apply({ ...toBatch(everything('other'), { by: 'IMPORT', name: 'icews 2025' }), action: 'import' })
  await store.apply({ writer: LOADER, collections: [aCollection({ id: 'gone' })], action: 'load' })
  await store.apply({ writer: LOADER, remove: { collections: ['gone'] }, action: 'load' })
  const hand = { writer: HAND, action: 'record', at: '2026-02-03T04:05:06.789Z' }
  const made = {
    actors: [anActor('uk', { name: 'United Kingdom' }), anActor('gb', { name: 'Great Britain' })],
    sources: [aSource()],
    affiliations: [anAffiliation({ to: 'gb' })],
    events: [anEvent({ target: 'gb' }), anEvent({ id: 'case/2', target: 'actor-01', evidence: [] })],
  }
  await store.apply({ ...hand, collections: [aCollection()], ...made, reason: 'said so in the House' })
  const { events, affiliations, sources } = everything('all')
  const [event] = events
  if (event) await store.apply({ ...hand, action: 'change', events: [{ ...event, summary: '“Changed”\u2028by hand' }] })
  const remove = { events: [events[1]?.id ?? ''], affiliations: [affiliations[0]?.id ?? '', 'case/a1'] }
  await store.apply({ ...hand, action: 'remove', remove, reason: null })
  await store.apply({ ...hand, action: 'merge', merge: [{ from: 'gb', into: 'uk' }] })
  await store.apply({ ...hand, action: 'merge', merge: [{ from: 'actor-03', into: 'uk' }] })
  await store.apply({ ...hand, action: 'unmerge', unmerge: ['actor-03'] })
  // As a merge leaves records: with who had written them before.
  const [source] = sources
  const as = new Map([[keyOf('source', 'case/report'), LOADER]])
  await store.apply({ ...hand, action: 'merge', sources: [aSource({ title: source?.title ?? null })], as })
}

/** Two imports that share an event, an actor and the collection. */
export async function importTwice(store: GraphStore): Promise<void> {
  for (const [name, ids] of [
    ['one', ['1', '2']],
    ['two', ['2', '3']],
  ] as const) {
    const begun = anImport(name)
    await store.beginImport(begun, aDataSet(), itsSource())
    await store.importBatch(begun.id, aBatch(ids.map((id) => aRow(id))))
    await store.finishImport(begun.id, anEnd())
  }
}

/** Everything in a store, in an order of its own, for comparing. */
export async function allOf(store: Pick<GraphStore, 'everything'>): Promise<readonly Kept[]> {
  const kept: Kept[] = []
  for await (const chunk of store.everything()) kept.push(...chunk)
  const isMark = (each: Kept) => each.type === 'held' && each.collection.startsWith('copy ')
  const keyed = kept.filter((each) => !isMark(each)).map((each) => [nameOf(each), each] as const)
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}

function nameOf(kept: Kept): string {
  switch (kept.type) {
    case 'held':
      return `held ${kept.collection}`
    case 'merge':
      return `merge ${kept.merge.from}`
    case 'removed':
      return `removed ${kept.removed.key}`
    case 'audit':
      return `audit ${kept.entry.version} ${kept.entry.n}`
    case 'actor':
      return keyOfEntry(kept.record)
    case 'import':
      return `import ${kept.imported.id}`
    default:
      return `${kept.type} ${kept.record.id}`
  }
}
