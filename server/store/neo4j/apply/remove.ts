import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../../domain/record-key.ts'
import type { Held } from '../../differing.ts'
import { DanglingReferenceError } from '../../errors.ts'
import type { RemovalPlan } from '../../removal-plan.ts'
import type { Ids, Read } from '../cypher.ts'
import type { Place } from '../decode.ts'
import * as actors from '../queries/actors.ts'
import { affiliationsById, deleteAffiliationNodes } from '../queries/affiliations.ts'
import { collectionIds, collectionsById, deleteCollections } from '../queries/collections.ts'
import { clearEventNodes, sweepEventNodes } from '../queries/event-nodes.ts'
import { eventKeys, eventsById } from '../queries/events.ts'
import { deleteImportsOf } from '../queries/imports.ts'
import { deleteSources, sourcesById, whoNamesSources } from '../queries/sources.ts'
import { deleteEdges } from '../queries/write-events.ts'
import type { Transaction } from '../run.ts'
import { showActorsOf } from './show-actors.ts'
import { chunksOf, findByIds, present, runIds, runRows, type Work } from './work.ts'

/** Takes away what names others: before anything is written. */
export async function removeActs(work: Work, plan: RemovalPlan): Promise<void> {
  const { transaction } = work
  if (plan.events.size > 0) {
    await noteGoing(work, eventsById, plan.events, ({ id }) => keyOf('event', id))
    const gone = await findByIds(transaction, eventKeys, plan.events)
    await deleteEdgesOf(
      transaction,
      gone.map(({ key }) => key),
    )
    await runIds(
      transaction,
      clearEventNodes,
      gone.map(({ id }) => id),
    )
    await runIds(transaction, sweepEventNodes, new Set(gone.flatMap(({ id, others }) => [id, ...others])))
    for (const { id } of gone) work.events.add(id)
    work.changed += gone.length
  }
  if (plan.affiliations.size > 0) {
    const gone = await findByIds(transaction, affiliationsById, plan.affiliations)
    for (const held of gone) work.notes.add(keyOf('affiliation', held.record.id), held, null)
    await deleteEdgesOf(
      transaction,
      gone.map(({ ref }) => ref.key),
    )
    await runIds(
      transaction,
      deleteAffiliationNodes,
      gone.map(({ record }) => record.id),
    )
    countGone(work, gone.length)
  }
}

/**
 * Takes away what others name: after everything is written.
 * @throws DanglingReferenceError where something still names it.
 */
export async function removeNamed(work: Work, plan: RemovalPlan): Promise<void> {
  const { transaction } = work
  if (plan.sources.size > 0) {
    const [named] = await findByIds(transaction, whoNamesSources, plan.sources)
    if (named) throw new DanglingReferenceError(named.record, 'source', named.source)
    await noteGoing(work, sourcesById, plan.sources, ({ id }) => keyOf('source', id))
    countGone(work, (await findByIds(transaction, deleteSources, plan.sources)).length)
  }
  if (plan.entries.size > 0) await removeEntries(work, [...plan.entries.values()])
  if (plan.collections.size > 0) {
    await noteGoing(work, collectionsById, plan.collections, keyOfCollection)
    const there = await present(transaction, collectionIds, plan.collections)
    await runIds(transaction, deleteCollections, there.keys())
    await runIds(transaction, deleteImportsOf, there.keys())
    countGone(work, there.size)
  }
}

async function removeEntries(work: Work, entries: readonly actors.EntryKey[]): Promise<void> {
  const { transaction } = work
  const gone = []
  for (const chunk of chunksOf(entries))
    gone.push(...(await transaction.all(actors.actorEntriesByKey, { rows: chunk })))
  if (gone.length === 0) return
  for (const held of gone) work.notes.add(keyOfEntry(held.record), held, null)
  await runRows(
    transaction,
    actors.deleteActorEntries,
    gone.map(({ record }) => ({ actor: record.actor, collection: record.collection })),
  )
  countGone(work, gone.length)

  const ids = new Set(gone.map(({ record }) => record.actor))
  const unnamed = await findByIds(transaction, actors.unnamedActors, ids)
  for (const { actor, record } of unnamed) if (record !== null) throw new DanglingReferenceError(record, 'actor', actor)
  await runIds(
    transaction,
    actors.deleteActors,
    unnamed.map(({ actor }) => actor),
  )
  for (const { actor } of unnamed) ids.delete(actor)
  await showActorsOf(transaction, ids)
}

/** Takes away edges by their keys in this transaction. */
export async function deleteEdgesOf(transaction: Transaction, keys: readonly string[]): Promise<void> {
  for (const chunk of chunksOf(keys)) await transaction.run(deleteEdges, { keys: chunk })
}

/** Reads records before they go, where they are to be kept. */
async function noteGoing<Raw extends readonly unknown[], R>(
  { transaction, notes }: Work,
  query: Read<Ids, Raw, Held<R, Place>>,
  ids: Iterable<string>,
  keyOfRecord: (record: R) => RecordKey,
): Promise<void> {
  if (!notes.byRecord) return
  for (const held of await findByIds(transaction, query, ids)) notes.add(keyOfRecord(held.record), held, null)
}

function countGone(work: Work, records: number): void {
  work.changed += records
  if (records > 0) work.everything = true
}
