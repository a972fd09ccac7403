import { CHANGES_KEPT, MOST_EVENTS_LISTED } from '../../change-list.ts'
import type { Applied, Batch } from '../../graph-store.ts'
import { planRemoval, type Owned, type RemovalPlan } from '../../removal-plan.ts'
import type { Connection } from '../connection.ts'
import { forgetChanges, insertChange } from '../queries/changes.ts'
import { collectionRefs, ownedByCollection } from '../queries/collections.ts'
import { raiseVersion, version } from '../queries/version.ts'
import { insertWriter, writerRef } from '../queries/writers.ts'
import { list } from '../sql.ts'
import { removeActs, removeNamed } from './remove.ts'
import { refsOf, type Work } from './work.ts'
import { writeActors } from './write-actors.ts'
import { writeAffiliations } from './write-affiliations.ts'
import { writeCollections } from './write-collections.ts'
import { writeEvents } from './write-events.ts'
import { writeSources } from './write-sources.ts'

/**
 * One transaction. The order of records within the batch does not matter: what is named is written before what names it, and taken
 * away after. A record that is held and says the same is left as it is, its writer too.
 * @throws DanglingReferenceError, BrokenTextError, EdtfError or RangeError for a bad record: nothing was written.
 */
export function applyBatch(db: Connection, batch: Batch): Applied {
  return db.writing(() => {
    db.run(raiseVersion, {})
    const raised = db.first(version, {}) ?? 0
    db.run(insertWriter, batch.writer)
    const writer = db.first(writerRef, batch.writer) ?? 0
    const plan = planRemoval(batch, ownedByRemoved(db, batch))
    const collectionsChanged = writeCollections(db, batch.collections ?? [], writer)
    const work: Work = {
      db,
      batch,
      writer,
      collections: collectionsNamed(db, batch, plan),
      events: new Set(),
      everything: collectionsChanged > 0,
      changed: collectionsChanged,
    }
    removeActs(work, plan)
    writeSources(work)
    writeActors(work)
    writeAffiliations(work)
    writeEvents(work)
    removeNamed(work, plan)
    if (work.changed === 0) return { keep: false, value: { version: raised - 1, changed: 0 } }
    noteChange(work, raised)
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

function noteChange(work: Work, raised: number): void {
  if (work.events.size <= MOST_EVENTS_LISTED) {
    const events = list([...work.events].sort())
    work.db.run(insertChange, { version: raised, everything: work.everything ? 1 : 0, events })
  }
  work.db.run(forgetChanges, { version: raised - CHANGES_KEPT })
}
