import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../../domain/record-key.ts'
import type { Connection } from '../connection.ts'
import { allEntriesOfCollection } from '../queries/actors.ts'
import { allAffiliationsOfCollection } from '../queries/affiliations.ts'
import { collectionRefs, collectionsById } from '../queries/collections.ts'
import type { HeldImport } from '../queries/imports.ts'
import { disownParts, partsOfImport } from '../queries/part-owners.ts'
import { allSourcesOfCollection } from '../queries/sources.ts'
import { actorsElsewhere, sourcesNamed } from '../queries/undo.ts'
import { list } from '../sql.ts'

/** Who is named by events that do not go. */
export interface Named {
  /** Actors' refs, and whether by an event of the collection. */
  readonly byRef: Map<number, boolean>
  /** Whether the collection has events that belong to no import. */
  isFree: boolean
}

/**
 * Takes from an import what goes with nobody: parts that a hand has changed since, that are still named, or that what stays leads to. They
 * belong to nobody from now on.
 */
export function keepNeeded(db: Connection, { ref, record }: HeldImport, named: Named): void {
  const going = new Set(
    db
      .all(partsOfImport, { import: ref })
      .filter(({ others }) => others === 0)
      .map(({ key }) => key),
  )
  const collection = db.first(collectionRefs, { ids: list([record.collection]) })?.[1]
  if (collection === undefined) return
  const all = new Set(going)
  const keep = (key: RecordKey): void => void going.delete(key)
  keepActors(db, collection, going, named, keep)
  const sources = db.all(allSourcesOfCollection, { collection })
  const cited = new Set(db.all(sourcesNamed, { ids: list(sources.map(({ record: { id } }) => id)) }))
  for (const { record: source, writer } of sources) {
    if (named.isFree || writer.by !== 'IMPORT' || cited.has(source.id)) keep(keyOf('source', source.id))
  }
  const held = db.first(collectionsById, { ids: list([record.collection]) })
  const parts =
    sources.length +
    db.all(allEntriesOfCollection, { collection }).length +
    db.all(allAffiliationsOfCollection, { collection }).length
  const isLeft = parts > going.size - (going.has(`collection:${record.collection}`) ? 1 : 0)
  if (held && (isLeft || named.isFree || held.writer.by !== 'IMPORT')) keep(keyOfCollection(held.record))
  db.run(disownParts, { import: ref, keys: list([...all].filter((key) => !going.has(key))) })
}

function keepActors(
  db: Connection,
  collection: number,
  going: ReadonlySet<RecordKey>,
  named: Named,
  keep: (key: RecordKey) => void,
): void {
  const entries = db.all(allEntriesOfCollection, { collection })
  const elsewhere = new Map(
    db
      .all(actorsElsewhere, { collection, ids: list(entries.map(({ held }) => held.record.actor)) })
      .map((each) => [each.actor, each]),
  )
  const needed = new Set<string>()
  for (const { actorRef, held } of entries) {
    const { actor } = held.record
    const outside = elsewhere.get(actor)
    const isNamed = named.byRef.get(actorRef)
    const only = outside?.hasEntry !== true && (isNamed !== undefined || outside?.isNamed === true)
    if (isNamed === true || only || held.writer.by !== 'IMPORT' || !going.has(keyOfEntry(held.record)))
      needed.add(actor)
  }
  const open = db.all(allAffiliationsOfCollection, { collection })
  // Who stays keeps what it is part of: until nothing more is found.
  for (let before = -1; before !== needed.size;) {
    before = needed.size
    for (const { record, writer } of open) {
      const key = keyOf('affiliation', record.id)
      if (!needed.has(record.actor) && going.has(key) && writer.by === 'IMPORT') continue
      keep(key)
      needed.add(record.actor).add(record.to)
    }
  }
  for (const { held } of entries) if (needed.has(held.record.actor)) keep(keyOfEntry(held.record))
}
