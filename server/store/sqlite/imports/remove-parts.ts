import { dropNames } from '../apply/names.ts'
import type { Connection } from '../connection.ts'
import { actorEntriesByKey, deleteActorEntries, deleteActors, unnamedActors } from '../queries/actors.ts'
import { deleteAffiliations } from '../queries/affiliations.ts'
import { collectionRefs, deleteCollections, unholdCollections } from '../queries/collections.ts'
import { forgetMirrors } from '../queries/import-events.ts'
import { partsOfImport } from '../queries/part-owners.ts'
import { deleteSources } from '../queries/sources.ts'
import { actorsNeeded, anyOfCollection, sourcesNamed } from '../queries/undo.ts'
import { list } from '../sql.ts'
import { byKind } from '../../by-kind.ts'
import { keepGreatest } from './keep-greatest.ts'

/** Takes away what an import alone has brought, but for what somebody has come to name meanwhile. */
export function removeParts(db: Connection, own: number, collection: string, version: number): void {
  const parts = db.all(partsOfImport, { import: own })
  const {
    source,
    affiliation,
    actor,
    collection: alone,
  } = byKind(parts.flatMap((each) => (each.others === 0 ? [each.key] : [])))
  db.all(deleteAffiliations, { ids: list(affiliation) })
  const cited = new Set(db.all(sourcesNamed, { ids: list(source) }))
  db.all(deleteSources, { ids: list(source.filter((id) => !cited.has(id))) })
  const ref = db.first(collectionRefs, { ids: list([collection]) })?.[1]
  if (ref !== undefined) removeEntries(db, ref, actor)
  db.run(forgetMirrors, { collection })
  if (ref !== undefined && alone.length > 0 && db.first(anyOfCollection, { collection: ref }) === false) {
    db.all(deleteCollections, { ids: list(alone) })
    db.run(unholdCollections, { ids: list(alone) })
  }
  keepGreatest(
    db,
    parts.flatMap(({ key, others }) => (others > 0 ? [key] : [])),
    version,
  )
}

function removeEntries(
  db: Connection,
  collection: number,
  keys: readonly (readonly [actor: string, collection: string])[],
): void {
  const going = db.all(actorEntriesByKey, { keys: list(keys) })
  const ids = list(new Set(going.map(({ record }) => record.actor)))
  const needed = new Set(db.all(actorsNeeded, { ids, collection }))
  const refs = going.filter(({ record }) => !needed.has(record.actor)).map(({ ref }) => ref)
  dropNames(db, refs)
  db.run(deleteActorEntries, { refs: list(refs) })
  const unnamed = db.all(unnamedActors, { ids }).filter(([, record]) => record === null)
  db.run(deleteActors, { ids: list(unnamed.map(([id]) => id)) })
}
