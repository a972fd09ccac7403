import { StoreMovedError, type Applied, type Batch } from '../../graph-store.ts'
import { keysWritten } from '../../keys-written.ts'
import { Notes, writerOf } from '../../notes.ts'
import { planRemoval, type Owned, type RemovalPlan } from '../../removal-plan.ts'
import type { Connection } from '../connection.ts'
import { collectionRefs, ownedByCollection } from '../queries/collections.ts'
import { allMerges, deleteMerges, writeMerge } from '../queries/merges.ts'
import { anyRemoved, deleteRemoved } from '../queries/removed.ts'
import { raiseVersion, version } from '../queries/version.ts'
import { list } from '../sql.ts'
import { writeAudit, writeMerges, writeRemoved } from './history.ts'
import { noteChange } from './note-change.ts'
import { removeActs, removeNamed } from './remove.ts'
import { refsOf, type Work } from './work.ts'
import { writeActors } from './write-actors.ts'
import { writeAffiliations } from './write-affiliations.ts'
import { writeCollections } from './write-collections.ts'
import { writeEvents } from './write-events.ts'
import { writerRefs } from './writer-refs.ts'
import { writeSources } from './write-sources.ts'

/**
 * One transaction. The order of records within the batch does not matter: what is named is written before what names it, and taken
 * away after. A record that is held and says the same is left as it is, its writer too.
 * @throws StoreMovedError, DanglingReferenceError; BrokenTextError, EdtfError or RangeError for a bad record: nothing was written.
 */
export function applyBatch(db: Connection, batch: Batch): Applied {
  const notes = new Notes(batch)
  return db.writing(() => {
    const { onlyAt } = batch
    db.run(raiseVersion, {})
    const raised = db.first(version, {}) ?? 0
    if (onlyAt !== undefined && onlyAt !== raised - 1) throw new StoreMovedError(onlyAt, raised - 1)
    const refOf = writerRefs(db)
    const writer = refOf(batch.writer)
    const plan = planRemoval(batch, ownedByRemoved(db, batch))
    const work: Work = {
      db,
      batch,
      notes,
      version: raised,
      writerOf: batch.as ? (key) => refOf(writerOf(batch, key)) : () => writer,
      collections: new Map(),
      events: new Set(),
      everything: false,
      changed: 0,
    }
    writeCollections(work)
    work.collections = collectionsNamed(db, batch, plan)
    removeActs(work, plan)
    writeSources(work)
    writeActors(work)
    writeAffiliations(work)
    writeEvents(work)
    removeNamed(work, plan)
    const merged = mergeActors(work)
    if (work.changed === 0 && !merged) return { keep: false, value: { version: raised - 1, changed: 0 } }

    if (db.first(anyRemoved, {})) db.run(deleteRemoved, { keys: list(keysWritten(batch)) })
    writeRemoved(db, notes.removed(raised), refOf)
    writeMerges(db, writeMerge, notes.merges(raised), refOf)
    writeAudit(db, notes.audit(raised, work.changed), refOf)
    noteChange(db, raised, work.events, work.everything)
    return { keep: true, value: { version: raised, changed: work.changed } }
  })
}

function ownedByRemoved(db: Connection, batch: Batch): Map<string, readonly Owned[]> {
  const removed = batch.remove?.collections ?? []
  return new Map(removed.map((id) => [id, db.all(ownedByCollection, { id })]))
}

/** Keys of the collections that records of the batch belong to, without those that the batch takes away. */
function collectionsNamed(db: Connection, batch: Batch, plan: RemovalPlan): Map<string, number> {
  const ids = new Set<string>()
  for (const records of [batch.sources, batch.actors, batch.affiliations, batch.events]) {
    for (const { collection } of records ?? []) if (!plan.collections.has(collection)) ids.add(collection)
  }
  return refsOf(db, collectionRefs, ids)
}

/** Takes back merges, and says whether any is made or taken back. */
function mergeActors(work: Work): boolean {
  const { db, batch, notes } = work
  if (!batch.merge?.length && !batch.unmerge?.length) return false
  const { gone, changes } = notes.merging(db.all(allMerges, {}))
  db.run(deleteMerges, { ids: list(gone) })
  if (changes) work.everything = true
  return changes
}
