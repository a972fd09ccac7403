import { deleteEdgesOf } from '../apply/remove.ts'
import { showActorsOf } from '../apply/show-actors.ts'
import { findByIds, runIds, runRows } from '../apply/work.ts'
import { byKind } from '../../by-kind.ts'
import { deleteActorEntries, deleteActors, unnamedActors } from '../queries/actors.ts'
import { affiliationsById, deleteAffiliationNodes } from '../queries/affiliations.ts'
import { deleteCollections, unholdCollections } from '../queries/collections.ts'
import { forgetMirrors } from '../queries/import-events.ts'
import { partsOfImport } from '../queries/owned.ts'
import { deleteSources } from '../queries/sources.ts'
import * as undo from '../queries/undo.ts'
import { prefixOf } from '../read-collection.ts'
import type { Transaction } from '../run.ts'
import { keepGreatest } from './keep-greatest.ts'

/** Takes away what an import alone has brought, but for what somebody has come to name meanwhile. */
export async function removeParts(
  transaction: Transaction,
  own: string,
  collection: string,
  version: number,
): Promise<void> {
  const parts = await transaction.all(partsOfImport, { import: own })
  const going = byKind(parts.flatMap((each) => (each.others === 0 ? [each.key] : [])))
  const gone = await findByIds(transaction, affiliationsById, going.affiliation)
  await deleteEdgesOf(
    transaction,
    gone.map(({ ref }) => ref.key),
  )
  await runIds(transaction, deleteAffiliationNodes, going.affiliation)
  const cited = new Set(await findByIds(transaction, undo.sourcesNamed, going.source))
  await findByIds(
    transaction,
    deleteSources,
    going.source.filter((id) => !cited.has(id)),
  )
  await removeEntries(
    transaction,
    collection,
    going.actor.map(([actor]) => actor),
  )
  await transaction.run(forgetMirrors, { collection })
  if (going.collection.length > 0) {
    const [any] = await transaction.all(undo.anyOfCollection, { id: collection, prefix: prefixOf(collection) })
    if (any === false) {
      await runIds(transaction, deleteCollections, going.collection)
      await runIds(transaction, unholdCollections, going.collection)
    }
  }
  const shared = parts.flatMap(({ key, others }) => (others > 0 ? [key] : []))
  await keepGreatest(transaction, shared, version)
}

async function removeEntries(transaction: Transaction, collection: string, actors: readonly string[]): Promise<void> {
  const needed = new Set(await transaction.all(undo.actorsNeeded, { ids: actors, collection }))
  const going = actors.filter((actor) => !needed.has(actor))
  await runRows(
    transaction,
    deleteActorEntries,
    going.map((actor) => ({ actor, collection })),
  )
  const unnamed = (await findByIds(transaction, unnamedActors, going)).filter(({ record }) => record === null)
  const nobody = new Set(unnamed.map(({ actor }) => actor))
  await runIds(transaction, deleteActors, nobody)
  await showActorsOf(
    transaction,
    going.filter((actor) => !nobody.has(actor)),
  )
}
