import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../../domain/record-key.ts'
import type { Held } from '../../differing.ts'
import { DanglingReferenceError } from '../../errors.ts'
import type { RemovalPlan } from '../../removal-plan.ts'
import { actorEntriesByKey, deleteActorEntries, deleteActors, unnamedActors } from '../queries/actors.ts'
import { affiliationsById, deleteAffiliations } from '../queries/affiliations.ts'
import { collectionsById, deleteCollections } from '../queries/collections.ts'
import { deleteEvents, deleteEventWords, eventsById } from '../queries/events.ts'
import { deleteImportsOf } from '../queries/imports.ts'
import { deleteSources, sourcesById, whoNamesSources } from '../queries/sources.ts'
import { list, type Read, type SqlRow } from '../sql.ts'
import { dropNames } from './names.ts'
import type { Work } from './work.ts'

/** Takes away what names others: before anything is written. */
export function removeActs(work: Work, plan: RemovalPlan): void {
  if (plan.events.size > 0) {
    const ids = list(plan.events)
    noteGoing(work, eventsById, ids, ({ id }) => keyOf('event', id))
    const gone = work.db.all(deleteEvents, { ids })
    work.db.run(deleteEventWords, { refs: list(gone.map(([, ref]) => ref)) })
    for (const [id] of gone) work.events.add(id)
    work.changed += gone.length
  }
  if (plan.affiliations.size > 0) {
    const ids = list(plan.affiliations)
    noteGoing(work, affiliationsById, ids, ({ id }) => keyOf('affiliation', id))
    countGone(work, work.db.all(deleteAffiliations, { ids }).length)
  }
}

/**
 * Takes away what others name: after everything is written.
 * @throws DanglingReferenceError where something still names it.
 */
export function removeNamed(work: Work, plan: RemovalPlan): void {
  const { db } = work
  if (plan.sources.size > 0) {
    const ids = list(plan.sources)
    const named = db.first(whoNamesSources, { ids })
    if (named) throw new DanglingReferenceError(named[1], 'source', named[0])
    noteGoing(work, sourcesById, ids, ({ id }) => keyOf('source', id))
    countGone(work, db.all(deleteSources, { ids }).length)
  }
  if (plan.entries.size > 0) removeEntries(work, [...plan.entries.values()])
  if (plan.collections.size > 0) {
    const ids = list(plan.collections)
    noteGoing(work, collectionsById, ids, keyOfCollection)
    countGone(work, db.all(deleteCollections, { ids }).length)
    db.run(deleteImportsOf, { ids })
  }
}

function removeEntries(work: Work, entries: readonly { readonly actor: string; readonly collection: string }[]): void {
  const { db } = work
  const keys = list(entries.map(({ actor, collection }) => [actor, collection]))
  const gone = db.all(actorEntriesByKey, { keys })
  for (const held of gone) work.notes.add(keyOfEntry(held.record), held, null)
  const refs = gone.map(({ ref }) => ref)
  dropNames(db, refs)
  db.run(deleteActorEntries, { refs: list(refs) })
  countGone(work, gone.length)

  const unnamed = db.all(unnamedActors, { ids: list(new Set(gone.map(({ record }) => record.actor))) })
  for (const [actor, record] of unnamed) if (record !== null) throw new DanglingReferenceError(record, 'actor', actor)
  if (unnamed.length > 0) db.run(deleteActors, { ids: list(unnamed.map(([actor]) => actor)) })
}

/** Reads records before they go, where they are to be kept. */
function noteGoing<Raw extends SqlRow, R>(
  { db, notes }: Work,
  query: Read<{ readonly ids: string }, Raw, Held<R>>,
  ids: string,
  keyOfRecord: (record: R) => RecordKey,
): void {
  if (!notes.byRecord) return
  for (const held of db.all(query, { ids })) notes.add(keyOfRecord(held.record), held, null)
}

function countGone(work: Work, records: number): void {
  work.changed += records
  if (records > 0) work.everything = true
}
