import { randomUUID } from 'node:crypto'
import { CHANGES_KEPT, MOST_EVENTS_LISTED } from '../../change-list.ts'
import { StoreMovedError, type Applied, type Batch } from '../../graph-store.ts'
import { Notes } from '../../notes.ts'
import { planRemoval, type Owned, type RemovalPlan } from '../../removal-plan.ts'
import { changeOfToken, forgetChanges, insertChange } from '../queries/changes.ts'
import { collectionIds, ownedByCollection } from '../queries/collections.ts'
import { raiseVersion } from '../queries/version.ts'
import { prefixOf } from '../read-collection.ts'
import type { Connection, Transaction } from '../run.ts'
import { forgetRemoved, mergeActors, writeHistory } from './history.ts'
import { removeActs, removeNamed } from './remove.ts'
import { present, type Work } from './work.ts'
import { writeActors } from './write-actors.ts'
import { writeAffiliations } from './write-affiliations.ts'
import { writeCollections } from './write-collections.ts'
import { writeEvents } from './write-events.ts'
import { writeSources } from './write-sources.ts'

/**
 * One transaction. The order of records within the batch does not matter: what is named is written before what names it, and taken
 * away after. A record that is held and says the same is left as it is, its writer too.
 * @throws StoreMovedError; DanglingReferenceError, BrokenTextError, StrayIdError, EdtfError or RangeError for a bad record: nothing
 * was written.
 */
export async function applyBatch(db: Pick<Connection, 'writing'>, batch: Batch): Promise<Applied> {
  const token = randomUUID()
  let first: number | null = null
  return db.writing('apply', async (transaction) => {
    const [raised = 0] = await transaction.all(raiseVersion, {})
    // A connection that broke while it was committing is begun anew, and the server may have committed.
    const [stands] = first === null ? [] : await transaction.all(changeOfToken, { from: first, token })
    if (stands) return { keep: false, value: stands }
    first ??= raised
    const { onlyAt = raised - 1 } = batch
    if (onlyAt !== raised - 1) throw new StoreMovedError(onlyAt, raised - 1)
    const plan = planRemoval(batch, await ownedByRemoved(transaction, batch))
    const work: Work = {
      transaction,
      batch,
      version: raised,
      notes: new Notes(batch),
      collections: new Map(),
      events: new Set(),
      everything: false,
      changed: 0,
    }
    await writeCollections(work)
    work.collections = await collectionsNamed(transaction, batch, plan)
    await removeActs(work, plan)
    await writeSources(work)
    await writeActors(work)
    await writeAffiliations(work)
    await writeEvents(work)
    await removeNamed(work, plan)
    const merged = await mergeActors(work)
    if (work.changed === 0 && !merged) return { keep: false, value: { version: raised - 1, changed: 0 } }
    await forgetRemoved(work)
    await writeHistory(work)
    await noteChange(work, token)
    return { keep: true, value: { version: raised, changed: work.changed } }
  })
}

async function ownedByRemoved(transaction: Transaction, batch: Batch): Promise<Map<string, readonly Owned[]>> {
  const owned = new Map<string, readonly Owned[]>()
  for (const id of batch.remove?.collections ?? []) {
    owned.set(id, await transaction.all(ownedByCollection, { id, prefix: prefixOf(id) }))
  }
  return owned
}

async function collectionsNamed(
  transaction: Transaction,
  batch: Batch,
  plan: RemovalPlan,
): Promise<Map<string, string>> {
  const ids = new Set<string>()
  for (const records of [batch.sources, batch.actors, batch.affiliations, batch.events]) {
    for (const { collection } of records ?? []) if (!plan.collections.has(collection)) ids.add(collection)
  }
  return ids.size === 0 ? new Map() : present(transaction, collectionIds, ids)
}

async function noteChange({ transaction, version, events, everything, changed }: Work, token: string): Promise<void> {
  if (events.size <= MOST_EVENTS_LISTED) {
    await transaction.run(insertChange, { version, everything, events: [...events].sort(), token, changed })
  }
  await transaction.run(forgetChanges, { version: version - CHANGES_KEPT })
}
